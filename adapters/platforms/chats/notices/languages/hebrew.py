"""Hebrew, as in a reader of Israeli exports ("צורפו על ידי", "צורפת על ידי", "צירפת את", "הצטרף/ה לקבוצה באמצעות קישור
ההזמנה", "הקבוצה נוצרה על ידי") and in documented lists ("צירף/ה את", "יצא/ה", "הוסר/ה", "יצר/ה את הקבוצה").
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went
from roster.chat_log import OWN

HEBREW = Language(
    "he",
    own=("את/ה", "אותך"),
    wordings=(
        *came('{maker} יצר/ה את הקבוצה "{name}"', "{maker} יצר/ה את הקבוצה"),
        *came('הקבוצה "{name}" נוצרה על ידי {maker}', "הקבוצה נוצרה על ידי {maker}"),
        *came("{by} צירף/ה את {list}", "{list} צורפו על ידי {by}", "{list} צורף/ה על ידי {by}", "{person} צורף/ה"),
        *came("צירפת את {list}", by=OWN),
        *came("צורפת על ידי {by}", "הצטרפת לקבוצה דרך קישור הזמנה של הקבוצה", people=OWN),
        *came("{person} הצטרף/ה לקבוצה באמצעות קישור ההזמנה", "{person} הצטרף/ה לקבוצה", "{person} הצטרף/ה"),
        *went("{person} יצא/ה", "{list} הוסר/ה"),
        *aside("תמונת הקבוצה השתנתה על ידי {any}", "תיאור הקבוצה שונה על ידי {any}", "שם הקבוצה השתנה על ידי {any}"),
        *aside("{any} הוחלף למספר חדש{rest}", "הודעה זו נמחקה{rest}", "ההודעה נמחקה על ידי {any}"),
        *aside("ההודעות והשיחות מוצפנות מקצה לקצה{rest}", "קוד האבטחה עם {any} שונה{rest}"),
        *aside("שיחה קולית שלא נענתה{rest}", "שיחת וידאו שלא נענתה{rest}", "מחקת את ההודעה הזו{rest}"),
    ),
    unverified=(
        *went("{by} הסיר/ה את {list}", "{list} הוסר/ה על ידי {by}", "{person} עזב/ה", "{person} עזב/ה את הקבוצה"),
        *went("{person} יצא/ה מהקבוצה"),
    ),
    ands=(" ו-", " ו"),
    glued=True,
    others=(" ו-# אחרים", " ועוד #"),
    tails=("הקש/י ", "יש להקיש "),
)
