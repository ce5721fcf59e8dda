"""Names of eastern Europe, Greece and Turkey, the commoner ones first. `tests.eval.pools` says how they are written."""

POLISH_WOMEN = """
Anna ~Ania ~Anka; Katarzyna ~Kasia ~Kaśka; Małgorzata ~Gosia ~Małgosia ~Gośka; Agnieszka ~Aga ~Agusia; Barbara ~Basia; Ewa =Eva; Magdalena ~Magda ~Madzia; Joanna ~Asia ~Joasia; Aleksandra ~Ola ~Olka =Alexandra; Monika;
Elżbieta ~Ela ~Elka; Justyna ~Justysia; Karolina ~Karola =Carolina; Natalia ~Nati =Natalja; Paulina ~Paula; Sylwia =Sylvia; Beata ~Beatka; Dorota ~Dorotka; Patrycja ~Pati ~Patka; Izabela ~Iza; Jolanta ~Jola; Danuta ~Danka; Wioletta ~Wiola;
Kinga; Weronika ~Wera =Veronika; Zuzanna ~Zuzia ~Zuza; Bożena; Grażyna; Renata ~Renia; Ewelina ~Ewelka; Marzena; Iwona =Ivona; Emilia ~Emilka; Urszula ~Ula; Teresa ~Renia; Kamila ~Kama; Halina ~Hala; Marta ~Martusia
"""
POLISH_MEN = """
Piotr ~Piotrek =Peter; Krzysztof ~Krzysiek ~Krzys; Andrzej ~Jędrek; Tomasz ~Tomek; Paweł ~Pawełek; Marcin; Michał ~Misiek; Grzegorz ~Grzesiek ~Grzes; Łukasz ~Luki; Adam ~Adaś; Mateusz ~Mati; Marek =Mark; Jakub ~Kuba; Wojciech ~Wojtek; Mariusz;
Dariusz ~Darek; Maciej ~Maciek; Rafał; Robert ~Robcio; Kamil; Dawid; Szymon ~Szymek; Bartosz ~Bartek; Jarosław ~Jarek; Sławomir ~Sławek; Radosław ~Radek; Zbigniew ~Zbyszek; Stanisław ~Staszek ~Stas; Przemysław ~Przemek; Sebastian ~Seba;
Mirosław ~Mirek; Artur; Jacek; Zdzisław ~Zdzich; Kazimierz ~Kazik; Leszek; Cezary ~Czarek; Damian; Arkadiusz ~Arek; Władysław ~Władek
"""
POLISH_FAMILIES = """
Nowak Kowalski/Kowalska Wiśniewski/Wiśniewska Wójcik Kowalczyk Kamiński/Kamińska Lewandowski/Lewandowska Zieliński/Zielińska Szymański/Szymańska Woźniak Dąbrowski/Dąbrowska Kozłowski/Kozłowska Jankowski/Jankowska
Mazur Kwiatkowski/Kwiatkowska Krawczyk Kaczmarek Piotrowski/Piotrowska Grabowski/Grabowska Zając Pawłowski/Pawłowska Michalski/Michalska Król Wieczorek Jabłoński/Jabłońska Wróbel Majewski/Majewska Olszewski/Olszewska
Stępień Malinowski/Malinowska Jaworski/Jaworska Adamczyk Dudek Pawlak Górski/Górska Nowicki/Nowicka Sikora Witkowski/Witkowska Rutkowski/Rutkowska Walczak Baran Szewczyk Zalewski/Zalewska Wróblewski/Wróblewska
"""
SLAVIC_WOMEN = """
Anastasia ~Nastya =Anastasiia @Анастасия; Olena ~Lena =Elena @Олена; Oksana ~Ksusha @Оксана; Natalia ~Natasha =Nataliya @Наталия; Tetiana ~Tanya =Tatiana @Тетяна; Yulia ~Yulya =Julia =Iuliia @Юлия; Iryna ~Ira =Irina @Ирина; Svitlana ~Sveta =Svetlana @Світлана;
Kateryna ~Katya =Ekaterina @Катерина; Oleksandra ~Sasha =Aleksandra @Олександра; Mariia ~Masha =Maria @Мария; Viktoriia ~Vika =Victoria @Виктория; Daria ~Dasha =Darya @Дарья; Anna ~Anya @Анна; Liudmyla ~Luda =Lyudmila @Людмила; Halyna ~Halya =Galina @Галина; Olga ~Olya =Olha @Ольга;
Ludmila ~Mila @Людмила; Larysa ~Lara =Larisa @Лариса; Nadiia ~Nadya =Nadezhda @Надія; Valentyna ~Valya =Valentina @Валентина; Polina ~Polya @Полина; Vera @Вера; Alina @Алина; Inna @Инна; Yana =Iana @Яна; Sofiia ~Sonya =Sofia @Софія; Ksenia ~Ksyusha =Kseniya @Ксения; Lyubov ~Lyuba @Любовь; Zhanna =Janna @Жанна
"""
SLAVIC_MEN = """
Oleksandr ~Sasha =Aleksandr =Alexander @Александр; Serhii ~Seryozha =Sergey =Sergei @Сергей; Andrii ~Andriy =Andrey =Andrei @Андрей; Volodymyr ~Vova =Vladimir @Владимир; Dmytro ~Dima =Dmitry =Dmitri @Дмитрий; Mykola ~Kolya =Nikolay @Николай; Ivan ~Vanya @Иван;
Yurii ~Yura =Yuri =Yury @Юрий; Viktor ~Vitya =Victor @Виктор; Oleh =Oleg @Олег; Vasyl ~Vasya =Vasily @Василий; Maksym ~Max =Maxim =Maksim @Максим; Yevhen ~Zhenya =Evgeny =Yevgeny @Евгений; Mykhailo ~Misha =Mikhail @Михаил; Roman ~Roma @Роман; Petro ~Petya =Pyotr @Петро; Pavlo ~Pasha =Pavel @Павел;
Ihor =Igor @Игорь; Anton ~Tosha @Антон; Artem =Artyom @Артем; Bohdan =Bogdan @Богдан; Denys =Denis @Денис; Kostiantyn ~Kostya =Konstantin @Константин; Taras @Тарас; Stanislav ~Stas @Станислав; Ruslan @Руслан; Vitalii ~Vitalik =Vitaly @Виталий; Yaroslav ~Yarik @Ярослав; Hryhorii ~Grisha =Grigory @Григорий; Leonid ~Lyonya @Леонид
"""
SLAVIC_FAMILIES = """
Ivanov/Ivanova Melnyk Shevchenko Kovalenko Bondarenko Tkachenko Kravchenko Petrov/Petrova Sidorov/Sidorova Smirnov/Smirnova Kuznetsov/Kuznetsova Popov/Popova Sokolov/Sokolova Volkov/Volkova Novikov/Novikova Morozov/Morozova Oliinyk Lysenko Moroz Rudenko
Savchenko Petrenko Marchenko Klymenko Pavlenko Kovalchuk Shevchuk Polishchuk Romanenko Vasylenko Boyko Tkachuk Lebedev/Lebedeva Kozlov/Kozlova Fedorov/Fedorova Orlov/Orlova Makarov/Makarova Belov/Belova Tarasenko Zaytsev/Zaytseva Gavrilov/Gavrilova Honcharenko Kharchenko Levchenko
"""
ROMANIAN_WOMEN = """
Maria ~Marioara; Elena ~Lena ~Leni; Ioana ~Oana; Andreea ~Deea =Andrea; Alexandra ~Alexa ~Sanda; Mihaela ~Miha; Cristina ~Cris; Gabriela ~Gabi; Daniela ~Dana; Simona ~Simo; Roxana ~Roxi; Raluca ~Ralu; Loredana ~Lori; Florentina ~Flori ~Tina; Adriana ~Adri; Carmen; Nicoleta ~Nico;
Bianca; Diana; Laura; Monica; Anca; Corina; Claudia; Georgiana ~Gina ~Geo; Lavinia; Mirela; Oana; Ramona; Valentina ~Vali; Camelia ~Cami; Doina; Magdalena ~Magda; Violeta ~Viola; Iuliana ~Iulia
"""
ROMANIAN_MEN = """
Andrei =Andrey; Alexandru ~Alex ~Sandu; Mihai ~Misu; Ionut ~Ion; Cristian ~Cristi; Adrian ~Adi; Florin ~Flo; Bogdan ~Bogdi; Gabriel ~Gabi; Marius; Daniel ~Dani; George ~Gigi; Razvan; Vasile ~Vasi; Constantin ~Costel ~Costi; Gheorghe ~Ghita; Nicolae ~Nicu; Stefan ~Fane; Catalin ~Cata; Radu; Sorin; Ovidiu ~Ovi; Lucian ~Luci;
Dragos; Ciprian ~Cipri; Dumitru ~Mitica; Valentin ~Vali; Laurentiu ~Lau; Iulian; Claudiu; Liviu; Octavian ~Tavi; Silviu; Viorel; Eugen
"""
ROMANIAN_FAMILIES = """
Popa Popescu Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Ionescu Rusu Constantin Marin Lazar Dobre Barbu Nistor Florea Ene Dinu Georgescu Munteanu Moldovan Vasile Tudor Stanciu Cristea Lungu Voicu Neagu Anghel Oprea Dragomir Manea Toma Mocanu Coman Grigore Ungureanu Preda
"""
TURKISH_WOMEN = """
Fatma ~Fatos; Ayşe; Emine ~Emoş; Hatice; Zeynep ~Zeyno; Elif; Merve; Özlem; Yasemin =Jasmin; Esra; Sevgi; Gül; Hülya; Aylin; Büşra; Ebru; Derya; Dilek; Filiz; Gamze; Selin; Pınar; Sibel; Nurcan ~Nur; Tülay; Meryem; Songül; Yıldız; Deniz; Melek
"""
TURKISH_MEN = """
Mehmet ~Memo; Mustafa ~Musti; Ahmet =Ahmed; Ali; Hüseyin =Hussein; Hasan ~Haso; İbrahim ~İbo; Murat; Osman; Ömer =Omar; Yusuf; Emre; Burak; Serkan; Fatih; Hakan; Kemal; Okan; Onur; Orhan; Ramazan ~Ramo; Selim; Tolga; Uğur; Volkan; Barış; Cem; Erdoğan; Gökhan; Kaan
"""
TURKISH_FAMILIES = """
Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Özcan Korkmaz Çakır Erdoğan Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer
"""
GREEK_WOMEN = """
Maria ~Mairi @Μαρία; Eleni ~Lena =Helen @Ελένη; Katerina ~Katia @Κατερίνα; Vasiliki ~Vaso @Βασιλική; Sofia @Σοφία; Angeliki ~Kiki @Αγγελική; Georgia ~Gogo @Γεωργία; Dimitra ~Mimi @Δήμητρα; Konstantina ~Dina @Κωνσταντίνα; Paraskevi ~Vivi @Παρασκευή; Anna @Άννα; Ioanna @Ιωάννα; Evangelia ~Litsa @Ευαγγελία; Despina @Δέσποινα; Chrysoula @Χρυσούλα
"""
GREEK_MEN = """
Georgios ~Giorgos =George @Γιώργος; Dimitrios ~Mitsos ~Jimmy =Dimitris @Δημήτρης; Konstantinos ~Kostas @Κώστας; Ioannis ~Yiannis =Yannis @Γιάννης; Nikolaos ~Nikos @Νίκος; Panagiotis ~Takis @Παναγιώτης; Christos @Χρήστος; Vasileios ~Vasilis @Βασίλης; Athanasios ~Thanasis @Θανάσης; Evangelos ~Vangelis @Βαγγέλης; Michail ~Michalis @Μιχάλης; Spyridon ~Spyros @Σπύρος; Stavros @Σταύρος; Petros @Πέτρος
"""
GREEK_FAMILIES = """
Papadopoulos/Papadopoulou Vlachos/Vlachou Angelopoulos/Angelopoulou Nikolaidis/Nikolaidou Georgiou Dimitriou Papageorgiou Ioannou Konstantinou Makris/Makri Pappas/Pappa Charalambous Christodoulou Andreou Antoniou Kyriakou Petrou Economou Savvides Michaelides
"""
