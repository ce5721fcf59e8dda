"""Given names as data, public knowledge: short forms, spellings, the forms of one name in other languages, and names in full."""

SHORT_FORMS = """
abdikadir kadir
abdinasir nasir
abdirahman abdi
abdul-rahim rahim
abdul/abdullah abdel abdallah abdulla abdur abdal
abdulaziz aziz
abdulkadir kadir
abdullah/abdallah abdu abdou
abdulrahman/abdelrahman/abdirahman abdu rahman
abhishek abhi
abigail gail
abigail/avigail abbie abby abi gail
abimbola bimbo bola
abraham/ibrahim/avraham abe avi ibby ibbi ibraheem ebrahim bram ibou
abubakar abu bakar
adaeze ada daeze
adam adas adi adamo
adebayo bayo
adebola bola
adekunle kunle
adelaide addie ada
adele addie
adeola ola
adesola sola
adetokunbo tokunbo toks
adetola tola titilola
adewale wale
adrian/ade adi
adriana adri
adriana/ada adri adrianna
agatha aggie
agnieszka/agnes/ines aga agusia
ahmed/ahmad/ahmet achmed ahmat
aisha/ayesha ash aish
aishwarya aish ash
aishwarya ash aish
aisling ash ashling aislinn
akinwale wale
alan/allan/allen al
albert al bert bertie albie
alejandro jandro ale alex
aleksandra/alexandra/sandra/oleksandra/alejandra ola alex sasha sascha sashka olenka lexi lexie lexy alexa xandra sanya aleks sandy lesya sanda olka
alessandra sandra ale
alessandro sandro ale
alexander sandy sandro
alexander/aleksander/aleksandr/alexandru/alessandro/alejandro/alexandre/oleksandr/iskander alex al alec alek sasha olek sasza shura sanya xander sandy sandu oles sania lex
alexandra alexa
alexandra/aleksandra sandra sanda ola olka alexa
alexandru sandu alex
alfred alf alfie fred
algirdas algis
ali aly alee
alice/alicja/alicia ala alisa alisha aliz
alison ali allison ally
amanda mandy manda
amandeep aman
amarachi amara
amelia/amelie/millie/amy/melka mel milly
amina/aminah/aminat/aminata/emine ami ameena
amit ameet
amy/ami aimee
ananya anu
anastasia/anastazja/anastasiia/anastasiya/nadia/ana nastya nastia stacy stasia
andre/andres/andreas andi dre
andrea/andreea andie deea drea andra
andreas andi
andrei/andrey/andriy/andrii andryusha andrij andriusha
andrew andy drew andi
andrii/andrei/andrey
andrzej jedrek andrzejek
angela/angelina/aniela angie ange angelika
angeliki kiki
aniela anielka
anna/ann/anne/ana annie anita ania anya anka anusia nan
annabel/annabelle bel bella belle annie
anthony/antoni/antonio/antoine/anton tony ant antek toni antos antonios antal tono tonino tosha
antonella nella anto
antonia/antonina toni tonia tosia
anuradha anu
arabella bella
archana archu
archibald archie
arkadiusz arek
arnold arnie
artem artyom
arthur/artur/arturo art artie
asif aseef
athanasios thanasis nasos
audrey aud
augustine gus gusti augusto
augustus gus
ayodeji ayo deji
ayodele ayo dele
ayodele dele ayo
ayomide ayo
ayomide ayo mide
babafemi femi
babajide jide
babatunde tunde baba
balasubramanian bala
balazs bali
baljit bal
balwinder bal
barbara/varvara babs barb basia barbie varya
barry baz bazza
bartholomew bart
bartholomew/bartosz/bartlomiej bart bartek
beata beatka
beatrice/beatriz/beatrix bea bee trixie
benedict ben
benjamin ben benny benji benek binyamin veniamin
bernadette bernie
bernadette bernie detta
bernard bernie
bethany beth
beverley/beverly bev
bhagyalakshmi bhagya
bhupinder bhups
birgitta/birgit gitta
bo bob
bogdan/boguslaw/bohdan
bogumila bogusia
bozena bozenka
bradley brad
brendan bren
bridget bridie brigid biddy breda
bridget/brigid bridie biddy breda brid
bronislawa bronia
brunhilde bruni
caitlin cait kate katie catie
callum/calum cal
camelia cami
cameron cam
camilla millie cam cami milla
carl/karl kalle
carlo carletto
carlos carlitos carlito
carmen carmela mela mamen
carol/carole caz
carole/carol caz
caroline caz carrie caro
caroline/carol/carolyn/carolina/karolina/lina carrie karo karolcia caz
cassandra/sandra cass cassie
catalin cata
catarina/caterina/catalina cata rina
catrin cat
cecilia/cecylia celia cissy cilla
cezary czarek
chandrasekhar chandra
charlene char charlie
charles charlie chas chuck charly chaz
charlotte charlie lottie lotte char
chiamaka amaka
chibueze bueze
chibuzo chibz buzo
chidi chidiebere chidera
chidinma chi dinma
chidinma dinma chi
chidubem dubem
chigozie gozie
chika chi
chinedu nedu
chinwe chinwendu
chioma chichi chi
christina/christine/krystyna/cristina/kristina/kristin/kirsty/kirsten chris chrissy tina krysia christie krista kristine christa
christine chris chrissie tina
christopher/krzysztof/cristobal/christoph/christophe/christos chris kit topher krzysiek krzys kris
chukwudi chudi
chukwuemeka emeka
chukwuma chuma
ciara keira kiera kira kiki
ciaran kieran keiran kieron kiaran
clara/claire/klara clare
claudia klaudia
clementine clem clemmie
clifford cliff
clive cli
concepcion conchi concha
constance connie konstancja
constantine/konstantin/constantin/costas costi costel kostya kostas dinu
consuelo chelo
cordelia delia
craig craigy
cristina/christina/kristina cris tina chris
cuthbert bert
cynthia/cindy
czeslaw czesiek
daniel/daniil/danylo dan danny danek danil danylko daniele
daniela dana dani
daniela/danielle dani danni danny danka
danuta danka
daphne daph
daria dasha darya darka dariya
dariusz darek dario
darren daz dazza
david/dawid/davide/dawud/dawood dave davey davy dov daud davit dewi
deborah debbie deb debs debra dvora
declan dec
deepak/dipak deeps
deirdre dee
denis/denys dennis den dionisio
desmond des
diana di dee diane dianne
diarmuid derry dermot diarmaid
dimitra mimi
dimitri dima
dimitrios/dimitris mitsos jimmy takis
dipo/oladipo ladi
dmitry/dmitri/dmytro/dimitrios/dimitar/dumitru dima jimmy mitya dimitri dimi mitica
dmytro dmitri dmitry
dolores lola loli lolita
dominic/dominik/domenico/domingo dom nick
dominika nika
dominika nika domi
donald don donnie
dorothy/dorota/dorothea dot dottie dolly dora dorotka
douglas doug dougie
duncan dunc
eamon/eamonn ned
ebelechukwu ebele
ebenezer eben
edith edie
eduardo edu
edward/eduard/eduardo/edoardo ed eddie ted teddy ned eddy edek edik
edyta edytka edita
egle egluze
eilidh ei
ekaterina/yekaterina/kateryna/katerina katya katia katka katja
ekenedilichukwu kene
eleanor/elena/ella/leonora ellie nell nora eleanora nellie lenore elinor
elena/olena/yelena lena leni lenka
elfriede friedel
elisabetta betta elisa lisa
elizabeth/elisabeth liz beth lizzie betty eliza libby bess betsy lizzy lilibet lib bessie liza
elizaveta/yelyzaveta liza lizaveta
ella/elle
elliot ell
elzbieta ela elka elzunia
emilia emilka milka mila
emily em emmy emmie milly
emine emos
emma em emmy emmie
emma em emmy emmie ema
emmanuel emma manny emeka
emmanuel/manuel manny emanuel manu imanol manolo
emmeline em emmy
enrique quique kike
eric/eryk erik erick rick ric
ernest ernie
ernestine ernie
erzsebet zsoka bozsi
esteban/estevan
esther ester essie hester etty
etienne
eugene/yevgeny/evgeny/eugeniusz/eugenio/yevhen gene zhenya zenya genek
eugenia zhenya evgenia yevgenia genia
eugeniusz gienek
eva/ewa/eve/evelina/evelyn/ewelina/evie ewka eveline yeva
evangelos/evangelia vangelis vaggelis vangelio litsa lia
ewelina/evelina ewelka
ezekiel zeke
fatoumata fatou fanta
fatima/fatma fati fatoum fatty
fatma fatima
fatma fatos
federica fede
federico fede
felicity flick fliss
felicity fliss flick
oluwafemi/olufemi femi
ferdinand/fernando ferdi nando
ferenc feri
ferhat ferdi
fernanda fer nanda
fernando fer nando
filip/philip/felipe/philippe/filippo phil phillip pip filipek
finley/finlay fin finn
fiona fee fi
fiona fi fee
fionnuala/finola nuala fin
florence flo flossie florrie
florentina tina
florentina/florin flori flo
folake fola
folarin rin
folasade fola sade
folashade sade shade folasade
frances/francesca/francisca/franciszka/francoise fran frankie franny fanny paquita paca chesca paqui
francesca fra franci chicca
francesco franco cesco checco
francis/frank/francesco/francisco/franciszek/francois/frantisek paco pancho franek frankie franz curro kiko fran chico cesco
francisca paca paqui paquita
francisco paco fran chico pancho kiko curro
franciszek franek
franco cesco
francoise fanfan
franziska franzi
frederick/fryderyk/federico/friedrich fred freddie freddy frederic fritz rico
friedrich fritz
funmilayo funmi funmilola
gabriel gabe gabi gavril gabrys gabriele
gabriela/gabrielle/gabriella/ella gabi gaby gabrysia
gabrielle gabby gabi elle
galina/halyna galya halya
gareth/gary/garth gaz
gayatri gaya
gbolahan gbola
genevieve gen genny viv vivi
genowefa gienia
geoffrey/jeffrey geoff jeff godfrey jeffery
george georgie
george/gheorghe/giorgio/georgios gigi
georgia gogo gina georgie
georgiana gina geo
georgina/georgia/georgiana georgie gina
georgios giorgos yorgos
gerald/gerard/jerry/gerardo ged gerry
geraldine ger gerry
gergely geri
germaine ger
gertrud trude
gheorghe gigi gogu ghita
gianluca luca
gilbert gil bert
gillian jill gill jilly
gintaras gintas
giorgos/georgios yorgos yiorgos gogos
giovanna vanna gio
giovanni gianni vanni
giulia giu
giulia/julia giulietta
giuseppe beppe peppe pino
giuseppe beppe pino peppe
gloria glo
gordon gord
grace gracie grazia graca
graham grahame graeme
graham/graeme/grahame gray
grazyna grazynka
gregoire greg
gregory/grzegorz/grigori/gregorio/hryhorii greg grzesiek grzes gregor grisha grigory grygoriy hryhoriy
guadalupe lupe lupita
guillaume guigui gui
guillermo guille memo
gulsen gul
gurdeep gurd
gurpreet guri preeti
gurpreet preeti preet
gustavo gus tavo
gwendolyn/wendy gwen gwenllian
gwyneth gwyn
habibullah habib
halina halinka
halina hala hela
halyna galina
hana hanka
hanna/hannah han hania hanka
hans hansi
harjit harj
harold harry hal
harold/harry hal harald harry
harpreet harps preet
harpreet/harry/preeti
harriet hattie harri harrie
harriet hattie harrie henrietta
hasan haso
hassan/hasan hasaan
hauwa hawa awa
heather heth hev
heinrich/hendrik/henrik henk hendrik heino
helen/helena nell nellie lena hela lenka leni
ellen nell nellie
elena/olena/yelena/alena/eleni lena lenka nell
ileana ilona
helena leni lena hela helenka
hendrik henk
henri riton
henrietta hen etta hetty
henry hal hank harry
henryk heniek
henryka henia
herbert herb bert
hermione herm
hibaq hibo
hilary hil
hildegard hilde
hina henna
howard howie
hubert hugh bert
hugo huey
huseyin huso
hussain/hussein/huseyin/husein/hosein/husain hussayn
hyacinth/cynthia
ian/iain
ibrahim ibo ibby ibou
ibrahima ibou
ibukunoluwa ibukun
ifeanyi ify ifeoma
ifeoma ify oma
ifunanya ify
ignacio nacho
ignacy/ignacio/ignatius nacho ignac
igor/ihor
ijeoma ij
ikechukwu ike ik iyke
ikechukwu ike iyke
imogen immy imo
inderjit inder
ingrid inga
ioana oana
ioana/ioanna
ioannis/yannis yiannis giannis yanni
ion/ioan ionel ionut
ionut/ion/ioan ionel
irena/irina/irene/iryna/arina ira irka irinka
ireneusz irek
iryna irina
isaac/ishaq/ishak ike yitzhak izaak isak
isabel/isabella/isabelle/isobel/izabela bella izzy belle iza izabella ysabel issy
isabel/isabella/isobel/isabela isa bel bella belle izzy iza
isadora izzy dora
ismail/ismaciil ismael
istvan pista isti
ivan vanya wania ivo vania vanja
iwona/yvonne iwonka ivona
iyanuoluwa iyanu
jacek jacenty hyacinth
jacqueline/jack jackie jacqui jacquie jaqueline
jacques/giacomo/jacobo jacopo
jadwiga jadzia
jadwiga/hedwig jadzia
jagdeep jag
jagjit jag
jaime/santiago/diego iago santi jimi
jakub/jacob kuba jake jay kubus jakey cob
james jim jimmy jamie jem jimi jay
jan/janusz janek jasiek jas jasio januszek
jane/jayne janey jenny
janet jan
jean jeannie
joan joanie
janina janka
janina janka jasia
janusz januszek
jasmine/yasmin jas jaz jazz yasmine yasmeen jasmin
jason jase
jason jay
jaspreet jas preet
jaswinder jas
javier xavi javi xavier
jayalakshmi jaya
jean jeannot
jeffrey jeff
jemima jem mima
jennifer jen jenny jenn jennie jenna jeni
jeremy jez
jeremy/jeremiah jem jerry jez jeremi
jerzy jurek
jessica/jesse jess jessie jessy
jesus chus chuy
joanna/joanne/joan/johanna/joana/ioana/hanna/yana/joann jo joasia aska asia yoanna
joceline joss
joel joe
maxim/maksym/maksim/maximilian max maks
gemma/jemma gem gems
sofia/sophia sofi
lucia luci
camila cami
daniel dani
bogdan bogdi
florentina/florin flori tina
sunita/suneeta suni
pawel pawelek
lukasz luki
joanna/joanne joey jo
iuliana iulia
lucy luce
alison allie ali
kamila kama
lorenzo enzo
tamsin tam
frances francie
mamadou mamad
bronwen bron
rajni raj
patrycja patka pati pat
johanna hanni hanna jo
johannes/johann hannes hans hansel johan
john johnny jack jackie jon jonny
jolanta jola
jonathan jon jonny jonty
jonathan jonty jon jonny
jordan jordy
jorge/jordi coque
jose pepe ze zeca josito
joseph joe joey jo
josephine jo josie
josephine/josefa jo josie fifi josephina jozefina pepa pepita
joshua/jesus josh yehoshua
josip/iosif osip
joyce joy
jozef jozek josef
jozsef joci
juan juanito juancho
judith/judyta/jude judy judit yehudit
julia/julie/giulia/juliana/juliet/gillian/yulia/yuliya/iulia/yuliia jules julita julka julianna julija julcia juliette
julian/iulian jules juliano giuliano
jurgen jurg
jurgita jurga
justin jus justyn
justyna justine justysia tina justina
kamau kama
kamil kamilek camillo camilo
kamila/millie camilla milla kamilka cami
karen/karin kaz karina
karol/karel karolek lolek
karolina/carolina karola karolcia
karthikeyan karthik
katalin kati kata
katarzyna kasia kaska kasiunia
kateryna ekaterina yekaterina
katharina/katarina kathi kati katja katrin
katherine/catherine/kathryn/katharine kate katie kathy cathy kat kath kitty katy cat katrina kay cath kit kathie
kathleen kath kathy kay katie kate
katrina kat trina
kayode kay
kazimiera kazia
kazimierz kazik kaz
kelechi kele
kenji ken
kenneth ken kenny
kestutis kestas
kevin kev
khadija/hatice khadijah hadija khadeeja kadija khadijat hatidza
kimberly kim
kimberly/kimberley kim kimmie kimmy
kinga kinia
kirsty/kirstie kirst
kit kitty
kojo kwadwo
konstantina dina
konstantinos kostas costas dinos
kosisochukwu kosi
kostiantyn/konstantin/constantin kostya costel costi
krishna krish
ksenia ksyusha
kulwinder kul
kwame kwami
laima laimute
lakhwinder lakhi
lakshmi laxmi
lakshmi/laxmi luxmi
larysa/larisa lara
laszlo laci
laura/lara/lauren/lori/laurie laurka
lauren loz laurie
lawrence/lorenzo/laurence/lars/laurent larry laurie loz wawrzyniec
leanne/lianne lee
lee leigh lea
leokadia lodzia
leonard len lenny leo
leonard/leonardo len lenny leo leon
leonid lyonya
leonid/leo lyonya lenya
leroy lee roy
leslie les lesley
leszek lech
leticia leti
leticia letty
letitia letty tish
lewis/louis lou lew louie lewie
ludwik ludek
luigi gigi
lidia lydia lida lidka
liesbeth/lisbeth lies liesje
lillian/lily/liliana lil lilian lilly
linda lin lindy lynn
lloyd lloydy
loredana lori
lorraine lori lorrie raine
louis lou louie
louise/louisa/luisa/lula lou lulu luiza
lucian luci
luciana lu lucy
lucinda lucy cindy
lucjan lucek
lucy/lucia/lucja lu lucie lucinda luz lucyna
ludmila/liudmyla/lyudmila luda lyuda mila
ludwika lusia
luis/luiz lucho luisito
lukasz/luke/lucas/lukas/luca luka lucjan
lyubov lyuba
maciej/matthias maciek
madeleine/magdalena/lena/magda maddie maddy madeline madalena maddalena leni
madhuri madhu
maeve meabh medb
magdalena leni magda
magdalena/lena/marlene magda madzia magdusia maggie
magdolna magdi
mahmoud hoda
mahmoud/mahmud hoda
mairead mags peig
malcolm malc mal
malgorzata gosia
malgorzata gosia malgosia goska
mandeep mandy
mandy amanda
manfred manni
manjit manj
manpreet mani preet
manpreet/preeti mani
manuel manolo manu
manuela manu
marcin/martin/martino marty martyn martinus marcinek marton
marcus marc
marek/mark/marc/marco/marcus/marcos markus marko
margaret maggie meg peggy marge madge mags peg margie greta daisy rita maisie
margarethe/margarete greta grete gretchen
margarita/margherita rita marga
marguerite margie
maria mari marysia masha marie mairi maja ria marita maruska marioara maricica mia
marian mani
mariana mari mariama
marianne/marian/mariana mary-ann marianna
maribel bel mari
marie manon
marilyn lyn mari
mariusz mario
mariya/mariia masha marusya marichka manya mariyka
marjan/marian/mariusz/mario/mariano
marjorie marge
marta/martha martusia marty marthe marcia
martyna/martina/tina martine
mary molly polly may mamie
maryam/miriam mimi mariam
marzena marzenka
mateusz mati
mathieu/matthieu matt
matilda tilly mattie tilda
matteo/mateo teo
matthew matt matty
matthias/matias/mathias mats matze
matvei matus
maureen mo
maurice/moritz mo maurizio maurycy
maxim/maksim/max/maximilian/maxwell/maximus maksym maks maxime maximo massimo
maximilian max
meenakshi meena
megan meg megs
mehmet memo
mei may
melanie mel melania
melissa mel missy lissa
mercedes merche mercy
michael mike mick mikey mickey micky mitch mickie
michail michalis mihalis mike
michal misiek michalek
michele/michel michi
michelle/michele shelley chelle mish micheline shell
mieczyslaw mietek
miguel migue miguelito
mihaela miha
mihai/mihail misu mihaita
mikael/mikkel mikke
mikhail/mykhailo/mykhaylo misha
mikolaj mikolajek miki
mikolaj miki mikolajek
nicholas/nicolas/nikolaos/nicolae nick nicky nico nic nikos
nikolai/mykola/nikolay kolya kola nick
mildred millie
millicent millie milly
mindaugas mindas
minerva minnie
miranda mira randa
miroslaw mirek miroslav
miroslawa mirka
mitchell mitch
modupe dupe
mohamud mo
moira mo
mojisola moji
monica/monika/monique mona monia
montgomery monty
morayo ayo
morenike nike
morgan mo
muhammad mo moe
muhammad/mohammed/mohamed/mohammad/maxamed mo md mohd moh moe hamada hamoudi muhammet mahomed
muriel mu
mustafa musti sasa
mustafa sasa
myfanwy myf
mykhailo mikhail
mykola nikolai nikolay
nadia nadya nadezhda nadja nadzieja nadiya
najmuddin najm
nandini nandu
naomi noemi nomi
narayanan nara
nasima nasi
natalia/natalie/nathalie/talia natasha nat nati natalya nataliya natka natali nataliia natalka natalija
nataliia natalia natalya
natasha tash tasha nat
nathalie nat
nathan/nathaniel/jonathan nate nat nathanael nataniel
nathaniel nat nate
navdeep nav
navneet nav
neville nev
ngozi ngo zizi
niamh neve neave neev
nicola/nicole/nico/nicolette/nika/nikola nicky nikki nic nichola nikita
nicolae nicu
nicoleta nico
nigel nige
njoroge njoro
nkechi nk kechi
nnenna nne
nokuthula thula
nompumelelo mpume
norbert bert
noreen nora
norman norm
nurcan nur
nwakaego nwaka
obinna obi
obioma obi
octavia tavi
octavian tavi
odunayo ayo naya dunayo
ogechukwu oge
oksana/ksenia/xenia ksusha oksanka oxana
olabisi ola bisi
oladele dele
oladipo dipo ladi
olanrewaju lanre
olatunji tunji
olayinka yinka
oleg oleh
oleksandr aleksandr alexander
olena elena yelena
olga/olha/helga ola olya olia olenka
oliver/olivier/oliviero ollie olly oli oliwier
olivia/oliwia/ola/olive/livia liv livvy oli
ololade lade
olufunke funke
olumide mide
olusegun segun
olusola sola
oluwabunmi bunmi
oluwadamilare dare
oluwadamilola dami damilola
oluwafunmilayo funmi
oluwakemi kemi
oluwaseun seun
oluwaseun/segun seun olusegun
oluwaseyi seyi
oluwatobi tobi tobiloba
oluwatosin tosin
oluwatoyin toyin
omar/omer umar umer
omolara lara
omotola tola omotolani
omowunmi wunmi omowumi
onyekachi kachi onyeka
onyinyechi onyi
opeyemi ope yemi
oreoluwa ore
oscar ozzy
ottilie tilly
padmavathi padma
padraig paddy podge
pamela pam pammie
panagiotis takis panos
paramjit param
paraskevi vivi voula
parminder pam
parthasarathy partha
parvinder pam
patricia patri pati
patricia/patrycja/patrizia pat patty trish tricia patsy pati trisha paddy
patrick/patryk/patrice/patrizio/padraig pat paddy rick patrik pad podge
paul/pablo/pawel/paolo/pavel/paulo/pavlo paulie pasha paavo pal pol pauly
paula/paulina/pauline/paola polly pavla paulinka
paulina/pauline paula paulinka
pavlo pavel
penelope penny pen nell
percival percy
peter/piotr/petr/pedro/pierre/pietro/petros/petru/petra/pieter/petro/per/peder pete piotrek piotrus petya pyotr pjotr
petro petr
philippa pip pippa phil philipa filipa
pieter piet
pilar pili
polina polya
priscilla cilla
priyanka/priya
prudence pru
przemyslaw przemek
rachel/raquel/rachela rach rae rachael rahel rahela
radhika radha
radoslaw radek
rafal/raphael/rafael raf rafa raffaele
raghunath raghu
rajagopal raj
rajesh raj raju
rajinder raj
rajwinder raj
ralph ralphie
ramachandran ram
ramandeep raman
ramazan ramo
ramlah ramla
randolph randy
raquel raque
rasa rasute
ravinder rav
ravinder/ravi
raymond/ramon ray raimondo mundo
rebecca/rivka/rebekah becky becca bex beck rebeka beca
reginald reg reggie
remigiusz remek
renata renatka renate renee
renata/teresa renia
rhiannon rhi
rhys reece reese rees
richard/ryszard/ricardo/riccardo rick dick rich richie ricky rysiek rik dickie rici
robert/roberto/rupert rob bob bobby robcio robbie bert robin robby robo robek beto
rocio chio
roderick rod
rodney rod
roger rodger rogelio ruggero
roisin/rosie ro
roman romek romano romain
ronald ron ronnie ronaldo
rosalie rosie
rosalind/rosalyn ros roz
rosario charo
rosario charo chayo
rose/rosie/rosa/rosalind roza roisin rosalie rosaria roxanne
roseanne/rosanna rosie
rosemary rosie rose romy
rosemary/rose/rosie romy
ross rosco
rowland rolly
roxana roxanne roxy
roxana roxi
ruairi rory
ruairi/rory ruaridh
rufus ru
rukhsana ruks
rupinder rups
russell russ
rutendo ruru
ruth ruthie
ryszard rysiek
sabrina bri
saifullah saif
salvatore salvo toto turi
samantha mantha
samantha/sami sam sammy
samira sam
samuel/sami sam sammy samuele shmuel szymuel
sandor sanyi
sandra/alessandra sandy sandie
sangeeta sangi
saoirse sersh
sarah/sara/zara/saara/sarita sal sally sadie saira
satwinder sat
scott scotty
seamus/hamish shay
sean/shaun shawn shane
sebastian basti seb seba
sebastian/bastian seb sebek basti seba
seraphina sera
sergei/serhiy/sergio/serhii/serge sergey seriozha seryozha sergiusz serezha
serhii sergei sergey
shamsuddin shams
sharmin mini
sharon shaz shazza
shirley shirl
sibusiso sbu
siddharth sid
sidney sid
sifiso sfiso
sigrid siri
simisola simi
simon/szymon/simone/semyon/simeon si sy szymek semen shimon
simona simo
sinead shin
siobhan shevaun shavon
siobhan shiv
siobhan shiv shiobhan chevonne
sivakumar siva
slawomir slawek
sofia/sophie/sophia/zofia/sonia zosia soph sonya zoska sofie sofka sofiya sophy zofka
solomon sol
somtochukwu somto
sonal sonu
sowmya sow
spencer spence
spyridon spyros spiros
srinivas/shrinivas srini
stanislaw/stanislav stan staszek stas
stanislawa stasia
stanley stan
stefan stef fane stefek
stefanos stef
stella estelle estella
stepan styopa
stephanie/stefania/estefania steph steff stefanie stevie stefi stefcia
stephen/steven steve ste stevie stephan
stuart stewart stu
subhashini subha
subramaniam/subramanian subbu mani
sudhakar sudha
sukhdeep sukh
sukhwinder sukh sukhi
suleyman sulo
susan/suzanne/zuzanna/susana/susanna/zsuzsanna/shoshana sue susie suzy zuza sanna zuzia suzie sukey suzana zuzka
susanne susi
svetlana/swietlana/svitlana sveta lana
sylvester sly
sylvia/sylwia/silvia sylvie silvija sylwka
szczepan
tabitha tabby
tadeusz tadek
tadeusz/thaddeus tadek tadzio tad
tamara/tamsin/mara tammy toma
tamas tomi
tatenda tate
tatiana/tetiana tanya tania tatyana tatjana tetyana
tejinder tej
temitayo tayo temi
temitope temi tope
tendai tendi
terence tel terry tez
terence terry tel
thaddeus tad
thandiwe thandi
theodore ted theo teddy
theodore/teodor/fyodor/fedir/teodoro theo ted teddy teo
theresa/teresa/tereza/terry renia tess tessa terri therese reza terenia resi
thirumalai thiru
thomas/tomasz/tomas/tommaso tom tommy tomek tam tomaz foma toma tamas thom
thomasina tommie
tiffany tiff
timothy/timofey/tymoteusz tim timmy timo timoteo tymek
tinashe nashe
titilayo titi
titilope titi
tobias toby
tochukwu tochi
tolulope tolu
tristan tris
uchenna uche
ugochukwu ugo
ulrike uli ulli
ursula ursie
urszula/ursula ula ulka ulla
usman/osman ush uzzy
vaishali vaishu
valentin/valentina vali
valentina valya val walentyna vali
valerie val
valerie/valeria/lera val walerka valeriya
vanessa ness nessa van
varinder vinny
vasiliki vaso
vasily/vasile/vasyl/basil vasya wasyl bazyli vassilis vasilis
venkataraman venkat
venkatesh venky venkat
verity ver
vernon vern
veronica/vera/weronika ronnie nika wera veronika ronni vero veronique nica
veronique vero
victor/wiktor/viktor/vittorio vic vitya wiktorek vik
victoria/wiktoria/viktoria/viktoriia/viktoriya/vittoria vicki vickie vicky vikki tori vika vix vic wika
vijayalakshmi viji
vikram vik vicky
vincent/vincenzo/vicente/wincenty vin vince vinny vinnie enzo chente
violet vi
violet/violeta/wioletta/violetta viola wiola vi
virginia ginny ginnie
vishwanath vishu
vitalii/vitaly vitalik
vladimir/volodymyr/wlodzimierz/waldemar/vladislav/wladyslaw vova volodya vlad wlodek valdemar waldek wladek
volodymyr vladimir
vyacheslav slava viacheslav
vytautas vytas
waclaw wacek
walter/gualtiero wally walt wat
wambui wamboi
wanda wandzia
wanjiru ciru
wieslaw wiesiek
wieslawa wiesia
wilfred wilf fred
wilhelmina mina willa
wilhelmina willa minnie
willem wim
william/wilhelm/willem will bill billy wil liam gwilym willy bil wills vilmos
winifred win winnie freda
winston win
wladyslaw wladek
wojciech wojtek adalbert
wolfgang wolf
xiaoling ling
yakub/yaqub/yakov yasha
yaroslav/jaroslaw/jaroslav jarek slava yarik
yasmin/jasmine/yasmine yas yaz jas jaz
yekaterina katya
yetunde yetty tunde
yewande wande
yolanda yoli
yuk yuki
yuri/yuriy/yurii yura juri
yurii yuri yuriy
yusuf/yousef/youssef jo joe yosef youssouf
yvonne vonnie von evonne
zachariah zac zach zack zak
zachary/zakariya/zachariah/zakaria zach zack zak zac zechariah
zainab zizi
zainab/zaynab zizi
zainab/zeynep zaynab zeinab zeinabu zeynab
zbigniew zbyszek zbych
zdzislaw zdzich zdzisiek
zdzislaw zdzisiek
zebedee zeb
zenon zenek
zeynep zeyno
zikora ziko
zoltan zoli
zsuzsanna zsuzsi zsuzsa
zuleikha zuli
zygmunt zyga
zygmunt/sigmund zyga
"""
"""One name a line, in full first, parted by strokes where several have the same short forms."""
SPELLINGS = """
aaron aron arron
maria mariya mariia
gregory grigory grigoriy grigorii hryhorii hryhoriy
yulia yuliya yulya yuliia iuliia julia
abdullah abdallah
abdullah abdallah abdulla abdullahi
abdulrahman abdelrahman
abdulrahman abdelrahman abdirahman abdurrahman
abena abenaa
adel adil
adwoa adjoa
ahmed ahmad axmed
ahmed ahmad axmed ahmet achmed
ahmet ahmed
aidan aiden
aidan aiden aden aidhan
aisha ayesha aysha aishah caasha
aisha aysha ayesha
aisling ashling
alan allan
alan allan allen alun
aleksandra alexandra
alexandra aleksandra oleksandra
ali aly cali
alison allison
amina aminah aamina
amir aamir ameer
amy aimee
anastasia anastasiia
andreea andrea
andrei andrey
andrii andrey andrei
aneesa anisa
ann anne
anna ana
anthony antony
antony anthony
artem artyom
asif aasif
asma asmaa
ayan ayaan
ayesha aisha aysha
barry barra
bhavna bhavana
bilal belal
bohdan bogdan
bridget brigid
bridget brigid bridgid
bryan brian
caitlin katelyn kaitlyn kaitlin
callum calum
caoimhe keeva
carol carole
caroline carolyn
catherine katherine kathryn katharine cathryn kathrin
ceri kerry kerri
cerys carys
chloe khloe
christine kristine
ciara keira
ciara keira kiera
ciaran kieran
ciaran kieran keiran kieron
claire clare
claire clare clair
conor connor
cristina christina
dalia dalya
daria darya
deborah debra
debra deborah debora
deepa dipa
deepak dipak
denys denis
denys denis dennis
diarmuid dermot
dimitrios dimitris
dmytro dmitry dmitri
dmytro dmitry dmitri dmitriy dimitri
eamon eamonn
efua efia
eimear emer
eimear emer eimer
eleanor elinor
eleni helen
elisabeth elizabeth
elizabeth elisabeth
emmanuel emanuel
eoin owen
eoin owen eoghan
erik eric
ewa eva
ewan euan
ewan euan ewen
fadumo faduma
faisal faysal
farah faarax
farah faarax farax
fatima fatema fatimah
fatima fatema fatimah fatma faatimah
freja freya
geeta gita
gemma jemma
geoffrey jeffrey
georgios george
georgios george giorgos
gerald gerard
gerard gerald
gethin gethyn
graham graeme
graham graeme grahame
gurdeep gurdip
gurdip gurdeep
habib habeeb
hala hallah
halimo halima
halyna galina
hamza hamzah
hannah hanna
hannah hanna hana
harjit harjeet
haroon harun
hassan hasan xasan
hauwa hawa
hawa hauwa hawo
hawo hawa
helen helena
hina henna
hisham hesham
hryhorii grigory
huda houda
humaira humera
huseyin hussein
hussein hussain husayn xuseen
hussein hussain husayn xuseen husein
huw hugh
ian iain
ibrahim ebrahim ibraahim
ibrahim ebrahim ibraahim ibraheem
ihor igor
iman eman
iman eman imaan
imran emran
ioannis yannis
ioannis yannis yiannis giannis
irfan erfan
iryna irina
isabel isabela
isabel isabela isobel isabelle
isabella izabella
ismail ismaciil
ismail ismaciil esmail ismael
iwona ivona
jama jaamac
jamal gamal
jamal gamal jamaal
jane jayne
jaqueline jacqueline
jasmine jasmin yasmin yasmeen yasemin
javed javaid
jill gill
joanna joanne
john jon
jon john
jonathan johnathan jonathon
junaid junayd
jyoti jyothi
karim kareem
karin carin
karl carl
karolina carolina
karthik kartik
katarzyna katazyna
kateryna ekaterina
kateryna ekaterina yekaterina katerina
katherine catherine kathryn
kausar kauser
kavita kavitha
kelly kellie
kelly kellie kelley
khadija khadijah hadija khadeeja
khadija khadijah khadeeja hadija khadeejah
khaled khalid
khalid khaled
kimberley kimberly
kirsty kirstie
klaus claus
kojo kwadwo
kostiantyn konstantin
kostiantyn konstantin constantin
kris chris
krishna krishnan
ksenia kseniya
kseniya ksenia oksana
kuldeep kuldip
kuldip kuldeep
kwaku kweku
kwasi kwesi
lakshmi laxmi luxmi
larysa larisa
lawrence laurence
layla leila laila
leanne lianne
lee leigh
lesley leslie
lina leena
lindsay lindsey lynsey
liudmyla lyudmila
louise louisa
lucas lukas
luis luiz
luke luc
lynn lynne lyn
maeve meabh
mahmood mehmood
mahmoud mahmud
mahmoud mahmud mahmood mehmood maxamuud mehmud
maksym maxim maksim
mamadou mamadu
manjit manjeet
marek mark
maria mary
mariam maryam meryem
mariia maria
marion marian
mark marc
marta martha
maryam mariam
maryam mariam meryem maryan mariyam
maryan maryam
mathew matthew
mathieu matthieu
matthias mathias
meena mina
megan meghan
michelle michele
mohamed maxamed
mohammed muhammad mohamed mohammad
mohsin mohsen
muhammad mohammed mohamed mohammad mohamad muhammed mohammod muhamad maxamed mohamud mahamed
muhammad mohammed mohammad mohamed
musa moussa
mustafa moustafa
mykhailo mikhail
mykola nikolay
mykola nikolay nikolai mykolai
nabil nabeel
nadeem nadim
nadia nadya
nadiia nadezhda
naila nayla
nasreen nasrin
natalia natalja nataliya
natalie nathalie
naveed navid
naveen navin
nazia naziya
neil neal
niall neil
niall neil neal nial
nicholas nicolas
nicholas nicolas nickolas
nicola nichola
nimo nimco
noor nour nur
noor nour nur nuur
nur nuur
oleh oleg
oleksandr aleksandr alexander
oleksandr aleksandr alexander aleksander alexandr
oleksandra aleksandra
olena elena
olena elena yelena helena helen eleni
olga olha
omar umar cumar
omar umar omer cumar umer
omer omar
orla orlagh
osama usama
osman cismaan
ousmane usman
parveen parvin
pavlo pavel
pavlo pavel pawel
pervez parvez
petro pyotr
petro pyotr petr
philip phillip
piotr peter
pooja puja
pradeep pradip
pravin praveen
preeti priti
rabia rabiya
rachel rachael
rania raniya
rashid rasheed
rashid rasheed rachid
rebecca rebekah
rebecca rebekah rebeca
reena rina
rehana rihana
rhys reece
rhys reece reese rees
rory ruairi ruaridh ruari
rukhsana ruksana
ryszard richard
sadia sadiya
saeed said
sahra zahra
said saeed siciid sayed saed
said siciid
saima sayma
sami samy
samina sameena
samir sameer
samira sameera
sangeeta sangita
santosh santhosh
saqib saquib
sara sarah
sarah sara
sean shaun
sean shaun shawn shaughn
seema sima
serhii sergey sergei
serhii sergey sergei serhiy
shahid shaheed
shaima shaymaa
shakeel shakil
shazia shaziya
shireen shirin
shoaib shuaib
shreya sreya
sian shan
silvia sylvia
siobhan shevaun
sofia sophia
sofia sophia zofia sofiia
sofiia sofia
sophie sofie
srinivas shrinivas
stanislav stanislaw
stephanie stefanie
stephen steven
steven stephen
stuart stewart
suad souad
subramaniam subramanian
sumaira sumera
sunita suneeta
susan suzanne
svitlana svetlana
swati swathi
sylwia sylvia
tahira tahirah
tariq tarek tareq tarik
tariq tarek tareq tarik tareeq
tasneem tasnim
teresa theresa
tetiana tatiana
theresa teresa
tiago thiago
toby tobias
tracy tracey
tracy tracey traci
usman osman uthman
usman osman uthman ousmane cismaan cusman othman
valentyna valentina
vasyl vasily
vasyl vasily vasile vasileios
vidya vidhya
viktor victor
viktoriia victoria
vitalii vitaly
vivienne vivian vivien
volodymyr vladimir
wafa wafaa
walid waleed
waqar vaqar
wasim waseem
weronika veronika
yana iana
yasemin jasmin
yasir yasser
yasir yasser yaser
yasmin yasmeen jasmine
yasser yasir
yevhen evgeny yevgeny
yevhen evgeny yevgeny yevhenii
youssef yusuf yousef
yulia julia iuliia
yulia julia iuliia yuliia
yurii yuri yury
yurii yuri yury yuriy
yusuf yousef youssef yuusuf yousuf yousaf yusef
yusuf yuusuf
zafar zaffar
zahid zaheed
zainab zaynab
zainab zaynab zeynab zeinab zeynep
zara zahra
zara zahra sahra zaara
zhanna janna
ziad ziyad
zoe zoey
zubair zubayr
"""
"""Other spellings of one name."""
ONE_ORIGIN = """
john jan hans johannes ivan sean shaun ian juan giovanni joao jean yahya ioan ion ioannis yannis evan iain johann jens shane janos eoin owen ewan
james jaime santiago diego jakub jacob yakub yakov jacobo giacomo jacques seamus hamish tiago
joseph jose jozef giuseppe josef yusuf yousef josip iosif youssef
george jerzy giorgos giorgio jorge jordi georg georges gheorghe yuri yuriy yurii jurgen georgios
henry enrique henryk heinrich henri henrik enrico hendrik harrison
elizabeth elisabeth elzbieta elisabetta isabel isabella isobel elizaveta yelyzaveta erzsebet lisa elsie elise ilse elspeth liesbeth lisbeth isabela izabela
emily emma emilia
anna hanna aneta anita ann anne hannah hana ania annette nancy nina ana
katherine catherine catarina caterina katarzyna ekaterina yekaterina kateryna katarina kathleen caitlin catalina katharina katerina catrin
maria mary marie maryam miriam mia mariya moira mariana mariam meryem mariia molly maura maureen mair marija
malgorzata margaret margarita margherita margot marguerite marjorie margarethe margit mairead megan greta maisie daisy
mateusz matthew mateo matteo matthias matej matias matthieu mathieu matheus mateus matvei
michael michal mikhail miguel michel michele mihai mykhailo mikael mikolaj michail mikkel
charles carlos carl karol karl carlo karel carol
stephen steven stefan esteban stefano stefanos stepan szczepan istvan etienne stephane
andrew andrzej andrei andrey andriy andrii andre andrea andreas anders andres ondrej
muhammad mohammed mamadou mehmet
mikolaj nicholas nicolas nikolai mykola nicola
lewis louis luis ludwik luigi ludwig luiz
jane janet jean joan jana jeanne joanna joanne johanna giovanna juana joana ioana
william guillermo guillaume guglielmo wilhelm willem
fatima fatma fadumo fatoumata
aisha ayesha ayse
helen ellen helena elena eleni olena halyna
"""
"""Names of one origin, which different people have."""
IN_FULL = """
abbas abdi abel adnan aida aiko aine ajay akosua akram akua alana alba albie alfie alia alina alma ama amal amara amber amira anaya anca anders anika anil
anita anjali anneke annika anwar anya aoife april archie aria ariel arjun arlo arshad ashok astrid attila aurora ava aydin ayla aylin aziz azra baris bashir
basma bee bella ben benoit bianca bilan bisharo bjorn blake blessing bobby bonnie boon brady bronagh bronwen bruno burak bushra busra caleb camila camille
cara carla carly carmel casey cathal celia celine cem chad chanel charlie chelsea cheryl cheuk chi chiara chrysoula cillian ciprian claudiu clint clodagh
cody colm comfort cora corey corina cormac cristian cyril dahir daisy dale damian dana dara darcy darragh dawn dean delia delilah demi denise deniz deqa
derek dervla derya despina dev dilek dina divya doina donal dong donna dora doris dragos duarte duc dylan ebru eddie eden edgar edwin eileen elias elif
elijah elisa eliza ellie ellis elma elsa elsie elvira emir emre enda enid enzo erdogan erika erin esi esme esra estelle eszter ethan eugen eun eunice evan
ezra fabian faith farid farzana fatih fatmata faye felix feng fergal fern filiz filsan finbar finn fintan flavia frankie freddie gabor gail gamze ganesh
gang gavin gaynor gbenga gearoid gene ghada gifty giles gina glen glenda glenn godwin gokhan goncalo grainne greta gul guled gwen hadi hakan hallie hamdi
hamid hanan hao haoran harish harley harper harrison hayley hazel heidi heike hetal hiba hilda hiroshi hitesh ho hoa hodan hoi holly homa hope hui hulya
hung huong hwee hyun ibtisam ida idil ifrah ikran ilham imani inaya inga inna iona iqbal iqra iris isatu isha isla iuliana ivy jada jaden jago jake jamil
jared jasper jawad jaxon jenna ji jian jiayi jignesh jin jing joao jodi jodie joon josie joy judy jules july jun june ka kaan kadiatu kai kaia kamran kara
karina kashif kasim kate kaya kayla keeley keiko keith kelvin kemal kendra ketan khadar khadra kian kim kin kiran kofi kok komal kristen kyle ladan lamia
lan lana lance latifa laurentiu lavinia leah lei leon leona li liam liana liban libby lila linh linnea lisa liviu liza lois lok lola long lora lorcan lorna
lottie louie lucille luna luul lydia lyndsey lyra mabel madiha magnus maha mahad mahir mai maira maisie maja malachy malak malika manal mandla manoj manon
marcel marcia margaux margot mariama marina marisa marius marlon marwa marwan mason mateus mavis maxine may maya mehdi mehwish melek melody mercy merlin
merve mervyn mia mila milan milena milo min ming minh minnie mirela mizanur molly mona morag mouna mukesh mukhtar mumtaz munir murat myra nabila nada nadine
naim naima nam nancy nasir nasser nawal neha nelly nelson ngoc nia nikhil nilesh nina nisha nita nnamdi nneka noah noel nora norma nuala nuno nusrat oana
oisin okan ollie oluchi omari onur oonagh orhan oskar otis otto ovidiu ozlem paresh pascal patience perry phoebe phuong pia pinar polly poppy precious qamar
qasim quang queenie radu rafferty rafiq rahima rahma rahul raisa raja rajni rakesh raluca ramesh ramona rana rani rasha rayan razia razvan reem rekha rena
reuben rex rhea rhona rhonda rick riley rima rita rizwan rob robin robyn rocco rohit roland romeo ronan ronnie rotimi rowan roy ruben ruby rui ruslan ryan
saad saado sabah sabina safa safiya sagal sahar saif sajid sajida sakura salah salem salim salma salman sana sandrine sanjay sasha saskia satnam saul selena
selim selin selma seng seren serena serkan seth sevgi shabana shaheen shane shannon sharmarke shay sheila sherry shilpa shukri sibel sienna siew silas silke
silviu simran siri siu skye smita solveig songul soo sorcha sorin stavros suki sumaya summer sunday sung sunil suresh suri sybil sylvie tadhg tahir tak
takeshi tania tanya tao tara taras tasha teddy tejal tess tessa thalia thea theo thi thora tiana tiernan todd tola tolga tom tommy tonya trang trevor troy
tuan tulay ubah ugur uma umair una usha uzma vanda vida vijay vinnie viorel viv volkan wade wael wai waqas warren warsame wei will willow wilma wing xin xue
yaa yan yara yasin yaw yichen yildiz ying yiu yoko yuna yusra yuting yuto yvette zain zaki zamzam zayd zayn zeki zelda zena zeta zhiyuan zion zoya zuleika
zuri
"""
"""Further names that stand for themselves, though others begin with the same letters."""
