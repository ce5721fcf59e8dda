"""Urdu. What WhatsApp says of encryption, deleted messages, codes and calls is as in its own texts of version 22.24.81;
no chat and no reader with the wordings of membership was found, so those are read as plain Urdu says it, and marked.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went

URDU = Language(
    "ur",
    own=("آپ",),
    wordings=(
        *aside("میسجز اور کالز اینڈ ٹو اینڈ {any}", "یہ میسج حذف کر دیا گیا ہے{rest}", "یہ پیغام حذف کیا گیا{rest}"),
        *aside("آپ نے یہ میسج حذف کر دیا ہے{rest}", "{any} کے ساتھ آپ کا سیکیورٹی کوڈ تبدیل ہوگیا ہے{rest}"),
        *aside("مسڈ وائس کال{rest}", "مسڈ ویڈیو کال{rest}"),
    ),
    unverified=(
        *came('{maker} نے گروپ "{name}" بنایا', "{maker} نے یہ گروپ بنایا", "{by} نے {list} کو شامل کیا"),
        *came("{list} کو شامل کیا گیا"),
        *went(
            "{person} نے گروپ چھوڑ دیا",
            "{person} نے گروپ چھوڑا",
            "{by} نے {list} کو ہٹا دیا",
            "{by} نے {list} کو ہٹایا",
        ),
        *went("{by} نے {list} کو نکال دیا"),
    ),
    commas=("، ", ", "),
    ands=(" اور ", "، اور "),
    tails=("مزید جاننے ", "تبدیل کرنے "),
)
