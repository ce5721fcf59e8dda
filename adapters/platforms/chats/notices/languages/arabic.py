"""Arabic. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81;
no chat and no reader with the wordings of membership was found, so those are read as plain Arabic says it, and marked.
Where a verb stands before two names without a word between them ("أضاف A B") nothing is read.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went
from roster.chat_log import OWN

ARABIC = Language(
    "ar",
    own=("أنت", "أنتَ"),
    wordings=(
        *aside("الرسائل والمكالمات مشفرة{rest}", "تم حذف هذه الرسالة{rest}", "لقد حذفت هذه الرسالة{rest}"),
        *aside("أنت حذفت هذه الرسالة{rest}", "تغيّر رمز أمانك المُستخدَم مع {any}", "لقد حذَفت هذه الرسالة{rest}"),
        *aside("مكالمة صوتية فائتة{rest}", "مكالمة فيديو فائتة{rest}"),
    ),
    unverified=(
        *came('أنشأ {maker} المجموعة "{name}"', 'أنشأ {maker} مجموعة "{name}"', "أنشأ {maker} هذه المجموعة"),
        *came("تمت إضافة {list}", "قام {by} بإضافة {list}"),
        *came("تمت إضافتك", people=OWN),
        *came("أضافك {by}", "{by} أضافك", people=OWN),
        *came("انضم {person} باستخدام رابط دعوة هذه المجموعة", "انضم {person} عبر رابط دعوة هذه المجموعة"),
        *came("انضم {person} باستخدام رابط دعوة المجموعة", "انضم {person} باستخدام رابط المجموعة"),
        *went("غادر {person} المجموعة", "غادر {person}", "{person} غادر المجموعة", "{person} غادر"),
        *went("تمت إزالة {list}", "قام {by} بإزالة {list}"),
    ),
    commas=("، ", ", "),
    ands=(" و ", " و"),
    glued=True,
    others=(" و# آخرين", " و# آخرون"),
    tails=("انقر ", "اضغط "),
    things=("رسالة", "صورة", "هذه المجموعة"),
)
