"""Invented forenames and surnames, of many origins, with accents, hyphens and both apostrophes."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


WOMEN = _words(
    """
    Adaeze Agnieszka Aisha Alice Amina Anjali Beatrice Bronwen Carmen Céline Chidinma Ciara Danuta
    Deborah Eilidh Elif Esther Fatima Fiona Folasade Gemma Grace Hannah Helena Imogen Ines Ioana
    Jasmine Joanna Kavita Keira Leila Lucía Maeve Maria Mei Nadia Naomi Ngozi Niamh Olena Olivia
    Parveen Philippa Priya Rachel Renée Ruth Sadia Saoirse Shanelle Siân Tamara Teresa Ursula
    Valentina Wanjiru Yasmin Yetunde Zainab Zoë
    """
)
MEN = _words(
    """
    Abdul Adrian Ahmed Alasdair Anthony Babatunde Benedict Callum Chinedu Colm Damien Darius Diego
    Dylan Edward Emeka Eoin Farouk Femi François Gareth George Hamza Henrik Hugo Ibrahim Idris Jamal
    Jarosław João Kenji Kofi Liam Luca Marek Matthew Mohammed Nathan Nikhil Oluwaseun Oscar Patrick
    Pádraig Quentin Rafael Rhys Samuel Stefan Tariq Tobias Umar Victor Wei William Xavier Yusuf
    Zachary
    """
)
SURNAMES = _words(
    """
    Abbott Achebe Adeyemi Akhtar Aldridge Asante Bannister Bello Bhatt Blackwood Bošković Boateng
    Brennan Calloway Castellanos Chaudhry Cheung Chukwu Clarke Coombes Cruz Dąbrowska Delgado
    Dhillon Donnelly Drummond Eastwood Eze Fairfax Farooqi Fernández Fitzgerald Gallagher García
    Ghosh Greenhalgh Griffiths Gunn Hallam Haque Hendry Hossain Hughes Ibáñez Ivanova Jankowski
    Jarvis Johansson Kaczmarek Kamara Kaur Kendrick Khumalo Kruger Lambert Larsson Lindqvist
    Llewellyn MacLeod Mahmood Marchetti Mensah Mistry Morales Müller Nakamura Ndlovu Nowak Nuñez
    O'Brien O'Connell O’Shea Obi Oduya Okonkwo Osei Owusu Parmar Patel Pereira Petrov Popescu
    Quigley Rahman Rasmussen Reyes Rossi Rutherford Sandhu Santos Sithole Sørensen Stewart Szabo
    Takahashi Thornton Tran Trevelyan Uddin Vasquez Venter Walsh Warsame Whitfield Wójcik Wren
    Yıldız Yeboah Zhang Zielinski Adair-Lowe Bright-Mensah Cole-Hamilton Fox-Pitt Lloyd-Jones
    Ormsby-Gore Rhys-Davies Ali-Khan
    """
)
STRANGERS = _words(
    """
    Ainscough Babbington Cattermole Dunwoody Entwistle Featherstone Goldsworthy Hepplewhite
    Inglethorpe Jellicoe Kettlewell Loxley Micklethwaite Nethercott Oglethorpe Pumphrey Quarmby
    Ravenscroft Satterthwaite Threlfall Umpleby Vavasour Wigglesworth Yelland Zouch
    """
)
CHILDREN = _words(
    """
    Ade Alfie Amara Anya Arlo Ava Ayaan Bella Caleb Cora Daisy Dev Eden Ela Elias Esme Ezra Finn
    Freya Gabriel Hana Harriet Isaac Isla Ivy Jago Jude Kai Kwame Lena Leo Lily Maya Milo Mina Musa
    Nina Noah Ola Omar Orla Otis Pia Poppy Quinn Rafi Rosa Ruby Sami Seren Sofia Tariq Theo Tola Uma
    Vera Wren Yara Zac Zara
    """
)
TREES = (
    "Oak",
    "Elm",
    "Ash",
    "Birch",
    "Cedar",
    "Hazel",
    "Holly",
    "Larch",
    "Lime",
    "Maple",
    "Pine",
    "Rowan",
    "Yew",
    "Fir",
)
