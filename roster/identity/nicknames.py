"""Given names with their short forms and their spellings in other languages; every line is one name, what it is in full first, parted by strokes."""

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from roster.identity.spelling import sound

if TYPE_CHECKING:
    from nicknames import NickNamer

_ONE_NAME_A_LINE = """
abigail/avigail abbie abby abi gail
abdul/abdullah abdel abdallah abdulla abdur abdal
abraham/ibrahim/avraham abe avi ibby ibbi ibraheem ebrahim bram ibou
adam adas adi adamo
adewale wale
adriana adri ada adrianna
agnieszka/agnes/ines aga agusia
ahmed/ahmad ahmet achmed ahmat
aisha/ayesha/ayse ash aysha aishah aicha asha aishat
aleksandra/alexandra/sandra/oleksandra/alejandra ola alex sasha sascha sashka olenka lexi lexie lexy alexa xandra sanya aleks sandy lesya sanda olka
alexander/aleksander/aleksandr/alexandru/alessandro/alejandro/alexandre/oleksandr/iskander alex al alec alek sasha olek sasza shura sanya xander sandy sandu oles sania lex
ali aly alee
alice/alicja/alicia ala alisa alisha aliz
alison ali allison ally
amanda mandy manda
amelia amelie mel millie milly amy melka
amina/aminah/aminat/aminata ami ameena emine
amit ameet
amy aimee ami
andrea/andreea andie deea drea andra
andrew/andrzej/andrei/andrey/andriy/andre/andrea/andreas/anders/andres/ondrej andy drew jedrek andras
angela/angelina/aniela angie ange angelika
anastasia/anastazja/anastasiia/anastasiya nastya nastia stacy stasia nadia ana
anna/ann/anne/hanna/hannah/aneta/anita annie anya ania ana anka anusia nan nancy nina anja anouk anneke aneczka annette annika hanka
anthony/antoni/antonio/antoine/anton tony ant antek toni antos antonios antal tono tonino tosha
antonia/antonina toni tonia tosia
arkadiusz arek
arthur/artur/arturo art artie
asif aseef
augustine gus gusti augusto
ayodele ayo dele
ayomide ayo mide
babatunde tunde baba
bartholomew/bartosz/bartlomiej bart bartek
barbara/varvara babs barb basia barbie varya
beata beatka
beatrice/beatriz/beatrix bea bee trixie
benjamin ben benny benji benek binyamin veniamin
bernadette bernie detta
bernard bernie
bogdan/boguslaw/bohdan
bozena bozenka
bridget bridie brigid biddy breda
bronislawa bronia
carlos/charles/carl/karol/karl/carlo/karel/carol charlie chas chuck charly chaz carlitos
carmen carmela mela mamen
caroline/carol/carolyn/carolina/karolina carrie karo karolcia lina caz
cassandra/sandra cass cassie
katherine/catherine/catarina/caterina/katarzyna/ekaterina/yekaterina/kateryna/katarina/kathleen/caitlin/catalina kate katie kathy cathy kat kath kitty katy cat katharine kathryn katrina kay kaye cath kasia kaska katya katia katka katja katrin catrin ecaterina
cecilia/cecylia celia cissy cilla
charlotte charlie lottie lotte char
chidi chidiebere chidera
chinedu nedu
chinwe chinwendu
christina/christine/krystyna/cristina/kristina/kristin chris chrissy tina krysia christie krista kristine kirsty kirsten christa
christopher/krzysztof/cristobal/christoph/christophe/christos chris kit topher krzysiek krzys kris
clara/claire/klara clare
claudia claude klaudia
constance connie konstancja
constantine/konstantin/constantin/costas costi costel kostya kostas dinu
cynthia cindy
daniel/daniil/danylo dan danny danek danil danylko daniele
daniela/danielle dani danni danny danka
daria dasha darya darka dariya
dariusz darek dario
david/dawid/davide/dawud/dawood dave davey davy dov daud davit dewi
deborah debbie deb debs debra dvora
denis denys dennis den dionisio
diana di dee diane dianne
dmitry/dmitri/dmytro/dimitrios/dimitar/dumitru dima jimmy mitya dimitri dimi mitica
dominic/dominik/domenico/domingo dom nick
dominika nika domi
donald don donnie
dorothy/dorota/dorothea dot dottie dolly dora dorotka
edith edie
edward/eduard/eduardo/edoardo ed eddie ted teddy ned eddy edek edik
edyta edytka edita
eleanor/elena ellie nell nora eleanora ella leonora nellie lenore elinor
elizabeth/elisabeth/elzbieta/elisabetta/isabel/isabella/isobel/elizaveta/yelyzaveta/erzsebet liz beth lizzie betty eliza libby lisa elsie bess betsy lizzy elspeth ela elka bella elisa elise ilse lise lisbeth lizaveta liza yelizaveta zsuzsi lilibet bel
ella elle
emily/emma/emilia em emmy millie milly emilka emilie emmie
emma em emmy emmie ema
emmanuel/manuel manny emanuel manu imanol manolo
enrique/henry/henryk/heinrich/henri hal hank henrik enrico quique heniek harrison harry
eric/eryk erik erick rick ric
esther ester essie hester etty
eugene/yevgeny/evgeny/eugeniusz/eugenio/yevhen gene zhenya zenya genek
eugenia zhenya evgenia yevgenia genia
eva/ewa/eve/evelina/evelyn/ewelina evie ewka eveline yeva
ezekiel zeke
fatima/fatma fatimah fatema fatou fatoumata fatimata fati fatuma fadumo faduma fatoum fattouma
felicity flick fliss
femi oluwafemi olufemi
ferdinand ferdi fernando nando
filip/philip/felipe/philippe/filippo phil phillip pip filipek
florence flo flossie florrie
frances/francesca/francisca/franciszka/francoise fran frankie franny fanny paquita paca chesca paqui
francis/frank/francesco/francisco/franciszek/francois/frantisek paco pancho franek frankie franz curro kiko fran chico cesco
frederick/fryderyk/federico/friedrich fred freddie freddy frederic fritz rico
gabriel gabe gabi gavril gabrys gabriele
gabriela/gabrielle/gabriella gabi gaby gabrysia ella
genevieve gen genny viv vivi
geoffrey/jeffrey geoff jeff godfrey jeffery
george/jerzy/giorgos/giorgio/jorge/jordi/georg/georges/gheorghe/yuri/yuriy/jurgen/georgios georgie jurek yorgos yura juri gogu giorgos gigi ghita
georgina/georgia georgie gina georgiana
gerald/gerard ged gerry jerry gerardo
giovanni gianni vanni
giuseppe beppe pino peppe
giulia/julia giulietta
gloria glo
graham grahame graeme
grace gracie grazia graca
grazyna grazynka
gregory/grzegorz/grigori/gregorio/hryhorii greg grzesiek grzes gregor grisha grigory grygoriy hryhoriy

gwendolyn gwen wendy gwenllian
halina halinka
harold/harry hal harald harry
harriet hattie harrie henrietta
helen/ellen/helena/elena/yelena/olena/alena/eleni/ileana/halyna nell nellie lena hela lenka helene helenka elene ilona
hassan hasan hasaan
hussain hussein husein hosein husain hussayn huseyin
hyacinth cynthia
ian/iain
ignacy/ignacio/ignatius nacho ignac
igor ihor
imogen immy imo
ioana/ioanna
ionut/ion/ioan ionel
irena/irina/irene/iryna ira irka arina irinka
isaac/ishaq/ishak ike yitzhak izaak isak
isabel/isabella/isabelle/isobel/izabela bella izzy belle iza izabella ysabel issy
ivan/ioan vanya wania ivo vania
iwona/yvonne iwonka ivona
jacek jacenty hyacinth
jacqueline jackie jacqui jack jacquie jaqueline
jadwiga/hedwig jadzia
james/jaime/santiago/diego/jakub/jacob/yakub/yakov/jacobo/giacomo/jacques jim jimmy jamie jem seamus hamish jimi iago jake kuba jaap kubus yaqub yasha jacopo jay
john/jan/hans/johannes/ivan/sean/shaun/ian/juan/giovanni/joao/jean/yahya/ioan/ion/ioannis/yannis/evan/iain/johann jack johnny jon janek jasiek jas johan shane eoin jens hansel jonny shawn yohan janos jasio vanja
jane/janet/jean/joan/jana/jeanne/joanna/giovanna/juana/sian/sinead/siobhan janey jenny jayne janice janine jeanette joey hanni
janina janka jasia
janusz januszek
jason jase
jasmine/yasmin jas jaz jazz yasmine yasmeen jasmin
javier xavi javi xavier
jennifer jen jenny jenn jennie jenna jeni
jeremy/jeremiah jem jerry jez jeremi
jessica jess jessie jessy jesse
joanna/joanne/joan/johanna/joana/ioana/hanna jo joasia aska asia joann yoanna yana
joseph/jose/jozef/giuseppe/josef/yusuf/yousef/josip/iosif joe joey jozek pepe youssef yosef yosif yusef yussuf yousuf yousaf yusif zef osip ze zeca
josephine/josefa jo josie fifi josephina jozefina pepa pepita
joshua/jesus josh yehoshua
joyce joy
judith/judyta judy jude judit yehudit
julia/julie/giulia/juliana/juliet/gillian jules julita julka yulia yuliya julianna julija julcia juliette iulia yuliia
julian jules juliano iulian giuliano
justin jus justyn
justyna justine justysia tina justina
kamil kamilek camillo camilo
kamila camilla milla kamilka cami millie
karen/karin kaz karina
kayode kay
kazimierz kazik kaz
kenneth ken kenny
kevin kev
khadija khadijah hadija khadeeja hatice kadija khadijat hatidza
kimberly/kimberley kim kimmie kimmy
kinga kinia
kwame kwami
laura/lara/lauren laurie lori laurka
lawrence/lorenzo/laurence/lars/laurent larry laurie loz wawrzyniec
leonard/leonardo len lenny leo leon
leslie les lesley
lewis/louis/luis/ludwik/luigi/ludwig lew lou lewie louie ludovic lucho
lidia lydia lida lidka
lillian lily lil lilian liliana lilly
linda lin lindy lynn
louise/louisa/luisa lou lulu luiza lula
lucy/lucia/lucja lu lucie lucinda luz lucyna
lukasz/luke/lucas/lukas/luca luka lucjan
maciej/matthias maciek
madeleine/magdalena maddie maddy madeline magda lena madalena maddalena leni
magdalena magda madzia lena magdusia maggie marlene
malcolm malc mal
malgorzata/margaret/margarita/margherita/margot/marguerite/marjorie/margarethe/margit/mairead/megan goska gosia malgosia maggie meg peggy greta rita marge margie madge daisy mags gretchen margareta rytka peg maisie grete
mandy amanda
marcin/martin/martino marty martyn martinus marcinek marton
marek/mark/marc/marco/marcus/marcos markus marko
maria/mary/marie/maryam/miriam/mia/mariya/moira/mariana marysia masha mariam molly polly maja marija mariah may maryja maire marika manya ria mariella marichka maruska maura maureen mitzi meryem mairi mariia
marianne/marian/mariana mary-ann marianna
marilyn lyn mari
marjan/marian/mariusz/mario/mariano
marta/martha martusia marty marthe marcia
martyna/martina tina martine
mateusz/matthew/mateo/matteo/matthias/matej/matias/matthieu matt matty teo mati matheus mathieu matvei mats matus
maurice mo maurizio maurycy moritz
maxim/maksim max maksym maximilian maks maxime maximo massimo maximus maxwell
melanie mel melania
melissa mel missy lissa
michael/michal/mikhail/miguel/michel/michele/mihai/mykhailo/mikael/mikolaj misiek mike misu mick mikey misha mickey mitch mykhaylo mischa mihail michalek micky mihaly
michelle/michele shelley chelle mish micheline shell
mikolaj/nicholas/nicolas/nikolai/nicola/nikolaos/mykola/nicolae nick nicky nico kolya nikolaus klaus mikolajek miki nikos nikolay nikola miklos colin claus
miroslaw mirek miroslav
miroslawa mirka
monica/monika/monique mona monia
muhammad/mohammed/mohamed/mohammad/mehmet/mamadou/mahmud/ahmad/maxamed muhammed mohamad mohd md mo muhamad mahamed mohamud moh mahomed muhammet mohammod hamada hamoudi
nadia nadya nadezhda nadja nadzieja nadiya
naomi noemi nomi
natalia/natalie/nathalie natasha nat nati talia natalya nataliya natka natali nataliia natalka natalija
nathan/nathaniel/jonathan nate nat nathanael nataniel
nicola/nicole nicky nikki nic nichola nika nikola nicolette nico nikita
norbert bert
odunayo ayo naya dunayo
olga/olha/helga ola olya olia olenka
oliver/olivier/oliviero ollie olly oli oliwier
olivia/oliwia liv livvy ola olive livia oli
oluwaseun seun olusegun segun
oluwatobi tobi tobiloba
olumide mide
omotola tola omotolani
omowunmi wunmi omowumi
adetola tola titilola
folashade sade shade folasade
temitope temi tope
oluwatoyin toyin
pamela pam pammie
patricia/patrycja/patrizia pat patty trish tricia patsy pati trisha paddy
patrick/patryk/patrice/patrizio/padraig pat paddy rick patrik pad podge
paul/pablo/pawel/paolo/pavel/paulo/pavlo paulie pasha paavo pal pol pauly
paula/paulina/pauline/paola polly pavla paulinka
penelope penny pen nell
peter/piotr/petr/pedro/pierre/pietro/petros/petru pete piotrek piotrus petro petya pyotr petra pieter pjotr per peder
philippa pip pippa phil philipa filipa
priscilla cilla
przemyslaw przemek
priyanka priya
rachel/raquel/rachela rach rae rachael rahel rahela
radoslaw radek
rafal/raphael/rafael raf rafa raffaele
rajesh raj raju
rajinder raj
ravinder ravi
raymond/ramon ray raimondo mundo
rebecca/rivka/rebekah becky becca bex beck rebeka beca
reginald reg reggie
renata renatka renate renee
richard/ryszard/ricardo/riccardo rick dick rich richie ricky rysiek rik dickie rici
robert/roberto rob bob bobby robcio robbie bert robin robby robo rupert robek beto
roderick rod
roger rodger rogelio ruggero
roman romek romano romain
ronald ron ronnie ronaldo
rosemary/rose/rosie romy
rose/rosie/rosa/rosalind roza roisin rosalie rosaria roxanne
roxana roxanne roxy
russell russ
ruth ruthie
salvatore salvo toto turi
samantha sam sammy sami
samuel sam sammy samuele shmuel szymuel sami
sandra/alessandra sandy sandie
sarah/sara/zara/saara sal sally sadie sarita saira
sebastian/bastian seb sebek basti seba
sergei/serhiy/sergio sergey serge serhii seriozha seryozha sergiusz serezha
sharon shaz shazza
shirley shirl
simon/szymon/simone/semyon/simeon si sy szymek semen shimon
slawomir slawek
sofia/sophie/sophia/zofia/sonia zosia soph sonya zoska sofie sofka sofiya sophy zofka
stanislaw stan staszek stas stanislav
stella estelle estella
stephanie/stefania/estefania steph steff stefanie stevie stefi stefcia
stephen/steven/stefan/esteban/stefano/stefanos/stepan/szczepan/istvan/etienne steve ste stevie stephane ishtvan steffen
susan/suzanne/zuzanna/susana/susanna sue susie suzy zuza sanna zuzia suzie sukey shoshana suzana zsuzsanna zuzka
svetlana/swietlana sveta svitlana lana
sylvia/sylwia/silvia sylvie silvija sylwka
tadeusz/thaddeus tadek tadzio tad
tamara tammy toma mara tamsin
tatiana/tetiana tanya tania tatyana tatjana tetyana
terence terry tel
theresa/teresa/tereza renia terry tess tessa terri therese reza terenia resi
theodore/teodor/fyodor/fedir/teodoro theo ted teddy teo
thomas/tomasz/tomas/tommaso tom tommy tomek tam tomaz foma toma tamas thom
timothy/timofey/tymoteusz tim timmy timo timoteo tymek
urszula/ursula ula ulka ulla
valentina valya val walentyna vali
valerie val valeria walerka lera valeriya
vanessa ness nessa van
vasily/vasile/vasyl/basil vasya wasyl bazyli vassilis vasilis
veronica/vera/weronika ronnie nika wera veronika ronni vero veronique nica
victor/wiktor vic viktor vitya vittorio wiktorek vik
victoria/wiktoria/viktoria vicki vickie vicky vikki tori vika vix vic vittoria viktoriia wika viktoriya
vincent/vincenzo/vicente vin vince vinny vinnie enzo wincenty chente
violet/viola/wioletta/violetta vi wiola violeta
virginia ginny ginnie
vladimir/volodymyr/wlodzimierz/waldemar/vladislav/wladyslaw vova volodya vlad wlodek valdemar waldek wladek
vyacheslav slava viacheslav
walter/gualtiero wally walt wat
wanda wandzia
wieslaw wiesiek
wieslawa wiesia
william/guillermo/wilhelm/guillaume/guglielmo/willem will bill billy wil liam gwilym willy bil wills vilmos
wojciech wojtek adalbert
yekaterina katya
yaroslav/jaroslaw/jaroslav jarek slava yarik
yetunde yetty tunde
zachary/zakariya/zachariah zach zack zak zakaria zac zechariah
zainab/zeynep zaynab zeinab zeinabu zeynab
zbigniew zbyszek zbych
zdzislaw zdzisiek
zygmunt/sigmund zyga
aisling ash ashling aislinn
ciaran kieran keiran kieron kiaran
ciara keira kiera kira kiki
dolores lola loli lolita
diarmuid derry dermot diarmaid
gillian jill gill jilly
niamh neve neave neev
oksana ksenia ksusha oksanka xenia oxana
rhys reece reese rees
yvonne vonnie von evonne
rosario charo chayo
gareth gaz gary garth
ifeoma ify oma
lee leigh lea
gurpreet guri preeti
harpreet harry preeti
manpreet mani preeti
terence tel terry tez
barry baz bazza
lauren loz laurie
darren daz dazza
jeremy jez
marian mani
concepcion conchi concha
lakshmi/laxmi luxmi
leonid lyonya lenya leo
ksenia ksyusha
adrian adi ade
leanne/lianne lee
deirdre dee
ismail/ismaciil ismael
jason jay
samira sam
fiona fee fi
rocio chio
usman/osman ush uzzy
aishwarya ash aish
angeliki kiki
artem artyom
athanasios thanasis nasos
ayodeji ayo deji
adebola bola
andrii andrei andrey
bethany beth
chidinma chi dinma
consuelo chelo
dipo ladi oladipo
dmytro dmitri dmitry
emine emos
fatma fatima
ferhat ferdi
franco cesco
georgios giorgos yorgos
gustavo gus tavo
halyna galina
hina henna
ikechukwu ike iyke
iryna irina
jonathan jonty jon jonny
kateryna ekaterina yekaterina
kojo kwadwo
konstantinos kostas costas dinos
mahmoud hoda
millicent millie milly
mustafa sasa
mykhailo mikhail
mykola nikolai nikolay
nataliia natalia natalya
nkechi nk kechi
olabisi ola bisi
oleksandr aleksandr alexander
olena elena yelena
parminder pam
parvinder pam
pavlo pavel
petro petr
serhii sergei sergey
siobhan shevaun shavon
stuart stewart stu
vikram vik vicky
volodymyr vladimir
yurii yuri yuriy
zainab zizi
abimbola bimbo bola
chioma chichi chi
evangelos/evangelia vangelis vaggelis vangelio litsa lia
funmilayo funmi funmilola
hauwa hawa awa
ifeanyi ify ifeoma
jesus chus chuy
ludmila/liudmyla/lyudmila luda lyuda mila
maeve meabh medb
mehmet memo
mei may
oleg oleh
omar/omer umar umer
ngozi ngo zizi
roisin/rosie ro
ruairi/rory ruaridh
siobhan shiv shiobhan chevonne
spyridon spyros spiros
"""


def _read(table: str) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    every: dict[str, set[str]] = defaultdict(set)
    full: dict[str, set[str]] = defaultdict(set)
    for line in filter(None, table.split("\n")):
        first, *others = line.split()
        heads = first.split("/")
        for head in heads:
            full[head].add(first)
        for name in (*heads, *others):
            every[name.replace("-", "")].add(first)
    return tuple({name: frozenset(lines) for name, lines in found.items()} for found in (every, full))  # type: ignore[return-value]


_HEARD_FROM = 5


@lru_cache(maxsize=1)
def _english() -> "NickNamer":
    from nicknames import NickNamer

    return NickNamer()


_NAMES, _IN_FULL = _read(_ONE_NAME_A_LINE)
_BY_SOUND = {sound(name): lines for name, lines in reversed(_NAMES.items()) if len(name) >= _HEARD_FROM}


@lru_cache(maxsize=65_536)
def names_behind(word: str) -> frozenset[str]:
    """Give the names that a word is, or is short for: "ola" may be Aleksandra, Olga or Olivia.

    A word that the table lacks is looked up as it sounds: "Mariia" is Maria; nothing for a name that is not in it at all.
    """
    heard = _BY_SOUND.get(sound(word), frozenset()) if len(word) >= _HEARD_FROM else frozenset()
    return _NAMES.get(word, heard)


def is_short_form(word: str) -> bool:
    """Whether a word is in the table, and is no name in full."""
    return word in _NAMES and word not in _IN_FULL


@lru_cache(maxsize=65_536)
def listed_as_short(word: str, name: str) -> bool:
    """Whether a public list of English short forms has one of two as short for the other; its pairs are loose."""
    lists = _english()
    return name in lists.canonicals_of(word) or name in lists.nicknames_of(word)


@lru_cache(maxsize=65_536)
def names_in_full(word: str) -> frozenset[str]:
    """Give the names that a word is in full: "alexander", not "sasha"."""
    return _IN_FULL.get(word, frozenset())
