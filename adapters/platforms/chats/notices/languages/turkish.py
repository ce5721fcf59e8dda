"""Turkish, as in five readers of Turkish exports that agree: "kişisini ekledi", "kişisini çıkardı", "sizi ekledi",
"ayrıldı", "bu grubun davet bağlantısıyla katıldı", "bir grup bağlantısıyla katıldı", "topluluk üzerinden katıldı",
"grubunu oluşturdu", "olan grup adını ... olarak değiştirdi".
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, demoted, promoted, went
from roster.chat_log import OWN

TURKISH = Language(
    "tr",
    own=("Siz", "siz", "Sen", "sizi", "sen"),
    wordings=(
        *came('{maker}, "{name}" grubunu oluşturdu', '{maker} "{name}" grubunu oluşturdu'),
        *came("{maker} bu grubu oluşturdu", "{maker} grubu oluşturdu"),
        *came('"{name}" grubunu oluşturdunuz', 'Siz "{name}" grubunu oluşturdunuz', by=OWN, people=OWN),
        *came("Bu grubu oluşturdunuz", "Siz bu grubu oluşturdunuz", "Bu grubu siz oluşturdunuz", by=OWN, people=OWN),
        *came("{by}, {person} kişisini ekledi"),
        *came(
            "Siz {person} kişisini eklediniz", "Siz, {person} kişisini eklediniz", "{person} kişisini eklediniz", by=OWN
        ),
        *came("{by} sizi ekledi", "{by}, sizi ekledi", people=OWN),
        *came("{by} sizi {any} topluluğuna dahil olan bir gruba ekledi", people=OWN),
        *came("{person} bu grubun davet bağlantısıyla katıldı", "{person} bir grup bağlantısıyla katıldı"),
        *came("{person} topluluk üzerinden katıldı"),
        *went("{person} ayrıldı", "{person} gruptan ayrıldı"),
        *went("{by}, {person} kişisini çıkardı"),
        *went(
            "Siz {person} kişisini çıkardınız",
            "Siz, {person} kişisini çıkardınız",
            "{person} kişisini çıkardınız",
            by=OWN,
        ),
        *went("{by} sizi çıkardı", "{by}, sizi çıkardı", people=OWN),
        *promoted("Artık yöneticisiniz", "Siz artık yöneticisiniz", "Artık bir yöneticisiniz", people=OWN),
        *aside('{any} grup adını "{name}" olarak değiştirdi'),
        *aside("{any} grubun simgesini değiştirdi", "{any} grup simgesini değiştirdi", "{any} açıklamasını değiştirdi"),
        *aside(
            "{any} bu grubun ayarlarını {any}",
            "{any} ayarlarını değiştirdi{rest}",
            "{any} telefon numarasını değiştirdi{rest}",
        ),
        *aside("Mesajlar ve aramalar uçtan uca şifrelidir{rest}", "Bu mesaj silindi{rest}", "Bu mesajı sildiniz{rest}"),
        *aside(
            "{any} ile aranızdaki güvenlik kodu değişti{rest}", "{any} bir mesajı sabitledi", "Mesaj bekleniyor{rest}"
        ),
        *aside("Cevapsız sesli arama{rest}", "Cevapsız görüntülü arama{rest}"),
    ),
    unverified=(
        # Whoever added them stands first in such a list, and is in the group as well.
        *came("{list} kişilerini ekledi"),
        *came("Siz {list} kişilerini eklediniz", "{list} kişilerini eklediniz", by=OWN),
        *came("{person} gruba katıldı", "{person} eklendi", "{person} grubun davet bağlantısıyla katıldı"),
        *came("Bu grubun davet bağlantısıyla katıldınız", people=OWN),
        *went("{person} çıkarıldı"),
        *went("Ayrıldınız", "Gruptan ayrıldınız", "Siz ayrıldınız", people=OWN),
        *demoted("Artık yönetici değilsiniz", people=OWN),
        *aside('{any} bu grubu "{any}" topluluğuna ekledi'),
    ),
    ands=(" ve ",),
    others=(" ve # kişi daha", " ve diğer # kişi"),
    tails=("Daha fazla bilgi ", "Değiştirmek için ", "Mesaj göndermek ", "Tümünü görmek "),
)
