"""Indonesian, as in the patterns of readers of Indonesian exports ("keluar", "menambahkan", "telah bergabung menggunakan
tautan undangan grup ini", "telah mengganti nomor teleponnya ke nomor baru") and in lines of a real chat of 2022.
"""

from adapters.platforms.chats.notices.wording import Language, aside, came, went

INDONESIAN = Language(
    "id",
    own=("Anda", "anda"),
    wordings=(
        *came('{maker} membuat grup "{name}"', "{maker} membuat grup ini", "{maker} membuat grup"),
        *came("{by} menambahkan {list}"),
        *came("{person} telah bergabung menggunakan tautan undangan grup ini"),
        *came("{person} bergabung menggunakan tautan undangan grup ini"),
        *went("{person} keluar"),
        *aside(
            "{any} telah mengganti nomor teleponnya{rest}", "Pesan ini dihapus{rest}", "Pesan ini telah dihapus{rest}"
        ),
        *aside("Anda menghapus pesan ini{rest}", "Anda telah menghapus pesan ini{rest}"),
        *aside(
            "Pesan dan panggilan terenkripsi secara end-to-end{rest}",
            "Kode keamanan Anda dengan {any} telah berubah{rest}",
        ),
        *aside("Panggilan suara tak terjawab{rest}", "Panggilan video tak terjawab{rest}"),
    ),
    unverified=(
        *came("{list} ditambahkan", "{list} telah ditambahkan", "{person} bergabung menggunakan tautan grup"),
        *came("{person} bergabung dari komunitas"),
        *went("{by} mengeluarkan {list}", "{list} dikeluarkan", "{person} telah keluar"),
        *aside('{any} mengubah subjek dari "{any}" menjadi "{name}"', '{any} mengubah subjek menjadi "{name}"'),
        *aside(
            '{any} mengubah nama grup menjadi "{name}"', "{any} mengubah ikon grup ini", "{any} mengubah deskripsi grup"
        ),
    ),
    commas=(", ",),
    ands=(" dan ", ", dan "),
    others=(" dan # lainnya", ", dan # lainnya"),
    tails=("Ketuk untuk ",),
    things=("grup ini", "pesan"),
)
