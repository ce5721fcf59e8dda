"""Hindi. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81;
no chat and no reader with the wordings of membership was found, so those are read as plain Hindi says it, and marked.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went
from roster.chat_log import OWN

HINDI = Language(
    "hi",
    own=("आप", "आपको"),
    wordings=(
        *aside("मैसेजेस और कॉल्स एंड-टू-एंड एन्क्रिप्टेड हैं{rest}", "मैसेज और कॉल एंड-टू-एंड एन्क्रिप्टेड हैं{rest}"),
        *aside("यह मैसेज डिलीट कर दिया गया है{rest}", "आपने यह मैसेज डिलीट किया{rest}"),
        *aside("{any} के लिए आपका सुरक्षा कोड बदल गया है{rest}", "वॉइस कॉल मिस हुई{rest}", "मिस्ड वीडियो कॉल{rest}"),
    ),
    unverified=(
        *came('{maker} ने "{name}" ग्रुप बनाया', '{maker} ने ग्रुप "{name}" बनाया', "{maker} ने यह ग्रुप बनाया"),
        *came("{by} ने {list} को जोड़ा", "{list} को जोड़ा गया"),
        *came("आपने {list} को जोड़ा", by=OWN),
        *came("{by} ने आपको जोड़ा", "आपको जोड़ा गया", people=OWN),
        *came("{person} इस ग्रुप के इनवाइट लिंक का इस्तेमाल करके जुड़े", "{person} इस ग्रुप के आमंत्रण लिंक से जुड़े"),
        *went("{person} ने ग्रुप छोड़ दिया", "{person} ने ग्रुप छोड़ा", "{by} ने {list} को हटाया", "{by} ने {list} को हटा दिया"),
        *went("आपने {list} को हटाया", by=OWN),
    ),
    ands=(" और ", ", और "),
    tails=("ज़्यादा जानने ", "बदलने के लिए "),
)
