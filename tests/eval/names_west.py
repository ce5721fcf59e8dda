"""Names of Britain, Ireland and western Europe, the commoner ones first. `tests.eval.pools` says how they are written."""

BRITISH_WOMEN = """
Sarah ~Sal =Sara; Laura; Emma ~Em ~Emmy; Claire =Clare; Rebecca ~Becky ~Becca ~Bex =Rebekah; Victoria ~Vicky ~Vicki ~Tori;
Elizabeth ~Liz ~Lizzie ~Beth ~Betty ~Eliza ~Libby =Elisabeth; Katherine ~Kate ~Katie ~Kathy ~Kat ~Kath =Catherine =Kathryn;
Jennifer ~Jen ~Jenny ~Jenna; Samantha ~Sam ~Sammy; Charlotte ~Charlie ~Lottie ~Char; Gemma ~Gem =Jemma; Hannah ~Han =Hanna;
Rachel ~Rach =Rachael; Nicola ~Nicky ~Nikki ~Nic; Amy =Aimee; Louise ~Lou =Louisa; Helen ~Nell =Helena; Lucy ~Luce; Lisa;
Stephanie ~Steph ~Stephie =Stefanie; Jessica ~Jess ~Jessie; Michelle ~Shell ~Chelle =Michele; Natalie ~Nat =Nathalie;
Alexandra ~Alex ~Lexi ~Sandra; Kelly =Kellie; Joanna ~Jo ~Joey =Joanne; Anna ~Annie =Ana; Margaret ~Maggie ~Meg ~Peggy ~Mags;
Deborah ~Debbie ~Deb ~Debs =Debra; Susan ~Sue ~Susie =Suzanne; Christine ~Chris ~Chrissie ~Tina =Kristine; Zoe =Zoey;
Caroline ~Caz ~Carrie =Carolyn; Patricia ~Pat ~Trish ~Patsy ~Tricia; Jacqueline ~Jackie ~Jacqui; Philippa ~Pippa ~Pip;
Abigail ~Abi ~Abby ~Gail; Amanda ~Mandy ~Manda; Angela ~Angie ~Ange; Barbara ~Barb ~Babs; Danielle ~Dani ~Danni; Eleanor ~Ellie ~Nell ~Nora =Elinor;
Frances ~Fran ~Frankie ~Francie; Georgina ~Georgie ~Gina; Harriet ~Hattie ~Harri; Imogen ~Immy; Jane ~Janey =Jayne; Kimberley ~Kim ~Kimmy =Kimberly;
Leanne ~Lee =Lianne; Melissa ~Mel ~Missy ~Lissa; Naomi; Olivia ~Liv ~Livvy; Penelope ~Penny ~Pen; Rosemary ~Rosie ~Rose; Sophie ~Soph =Sofie;
Theresa ~Tess ~Terri ~Tessa =Teresa; Tracy ~Trace =Tracey; Valerie ~Val; Wendy; Yvonne ~Vonnie; Alison ~Ali ~Allie =Allison; Beverley ~Bev;
Carol =Carole; Dawn; Fiona ~Fi ~Fee; Gillian ~Gill ~Jill; Heather ~Heth; Josephine ~Josie ~Jo; Kirsty ~Kirst =Kirstie; Lorraine ~Lori; Matilda ~Tilly ~Mattie;
Megan ~Meg ~Megs; Millicent ~Millie; Rhiannon ~Rhi; Rosalind ~Ros; Tamsin ~Tam; Ruth ~Ruthie; Holly; Chloe; Bethany ~Beth; Sian; Bronwen ~Bron; Cerys; Eilidh; Morag
"""
BRITISH_MEN = """
James ~Jim ~Jimmy ~Jamie; David ~Dave ~Davey; Christopher ~Chris ~Kit; Daniel ~Dan ~Danny; Matthew ~Matt ~Matty; Andrew ~Andy ~Drew; Paul ~Paulie;
Mark =Marc; Michael ~Mike ~Mick ~Mickey; Richard ~Rich ~Rick ~Dick ~Richie; Robert ~Rob ~Bob ~Bobby ~Robbie; Thomas ~Tom ~Tommy; Stephen ~Steve ~Ste =Steven;
John ~Johnny ~Jack =Jon; William ~Will ~Bill ~Billy ~Liam; Benjamin ~Ben ~Benny; Jonathan ~Jon ~Jonny ~Jonty; Adam; Simon ~Si; Peter ~Pete; Lee =Leigh;
Anthony ~Tony ~Ant =Antony; Samuel ~Sam ~Sammy; Alexander ~Alex ~Alec ~Sandy ~Xander; Edward ~Ed ~Eddie ~Ted ~Ned; Joseph ~Joe ~Joey; Nicholas ~Nick ~Nicky =Nicolas;
Philip ~Phil ~Pip =Phillip; Timothy ~Tim ~Timmy; Gareth ~Gaz; Craig; Ian =Iain; Kevin ~Kev; Martin ~Marty; Neil =Neal; Oliver ~Ollie ~Oli; Luke =Luc; George ~Georgie;
Charles ~Charlie ~Chas ~Chuck; Frederick ~Fred ~Freddie; Gregory ~Greg; Harold ~Harry ~Hal; Henry ~Harry ~Hal; Jacob ~Jake ~Jay; Joshua ~Josh; Kenneth ~Ken ~Kenny;
Lawrence ~Larry ~Laurie ~Loz =Laurence; Leonard ~Len ~Lenny ~Leo; Nathaniel ~Nat ~Nate; Patrick ~Pat ~Paddy; Raymond ~Ray; Reginald ~Reg ~Reggie; Ronald ~Ron ~Ronnie;
Russell ~Russ; Scott ~Scotty; Sean =Shaun; Stuart ~Stu =Stewart; Terence ~Terry ~Tel; Theodore ~Theo ~Ted; Toby =Tobias; Victor ~Vic; Walter ~Wally ~Walt; Dominic ~Dom;
Alan ~Al =Allan; Geoffrey ~Geoff =Jeffrey; Gerald ~Gerry ~Ged =Gerard; Graham ~Gray =Graeme; Keith; Duncan ~Dunc; Ewan =Euan; Callum ~Cal =Calum; Rhys =Reece; Dylan; Owen; Huw =Hugh
"""
BRITISH_FAMILIES = """
Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood Jackson Clarke Harrison Martin Edwards Cooper
Hughes Turner Lewis Hill Moore Ward Morris King Watson Baker Harris Scott Young Allen Mitchell Anderson Carter Phillips Parker Bennett Cook Shaw Bell Davis Collins Richardson
Miller Cox Marshall Webb Gray Adams Ellis Barnes Simpson Foster Chapman Mason Lloyd Rogers Holmes Palmer Matthews Stevens Hunt Butler Barker Fisher Dixon Powell Knight Pearson
Andrews Harvey Fletcher Howard Atkinson Jenkins Rose Lawrence Elliott Spencer Saunders Payne Day Wells Watts Brooks Reynolds Dunn Ford Stone Burton Hart Bradley Newman Cole Hudson
Fox Pearce Barrett Hawkins Lane Bates Carr Armstrong Gibson Gardner Stephens Hardy Grant Warren Curtis Perkins Nicholson Berry Dean Page Booth Bailey Wheeler Oliver Sutton Frost
Reid Campbell Stewart MacDonald Robertson Murray Fraser Cameron Sinclair Buchanan Drummond Maxwell Crawford Gordon Munro Sutherland Griffiths Llewellyn Vaughan Pritchard Bowen
Whitfield Blackwood Hargreaves Ashworth Entwistle Thornton Fairclough Greenwood Sharpe Middleton Lowe Preston Hobbs Fuller Bishop Carpenter Glover Tucker Norris Abbott Parsons Yates
"""
IRISH_WOMEN = """
Aoife; Ciara ~Kiki =Keira; Niamh ~Neve; Siobhan ~Shiv =Shevaun; Sinead; Orla =Orlagh; Roisin ~Ro; Caoimhe =Keeva; Maeve =Meabh; Grainne; Saoirse; Deirdre ~Dee; Bridget ~Bridie ~Biddy =Brigid;
Aisling ~Ash =Ashling; Nuala; Eimear =Emer; Fionnuala ~Nuala ~Fin; Una; Clodagh; Mairead; Noreen ~Nora; Geraldine ~Ger; Oonagh; Bronagh; Sorcha; Eileen; Dervla; Aine; Kathleen ~Kath ~Kay
"""
IRISH_MEN = """
Sean =Shaun; Ciaran =Kieran; Conor =Connor; Padraig ~Paddy ~Podge; Eoin =Owen; Declan ~Dec; Brendan; Cormac; Liam; Niall =Neil; Oisin; Cathal; Diarmuid ~Derry =Dermot; Fergal; Donal; Ruairi ~Rory;
Tadhg; Colm; Aidan =Aiden; Eamon =Eamonn; Finbar; Kevin ~Kev; Seamus; Ronan; Fintan; Cillian; Darragh; Enda; Gearoid; Lorcan; Malachy; Tiernan; Brian; Barry =Barra; Shane
"""
IRISH_FAMILIES = """
Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher Doherty Kennedy Lynch Quinn McLoughlin O'Carroll Connolly Daly O'Connell Dunne
Brennan Burke Fitzgerald Nolan Kavanagh Flanagan Duffy Healy O'Shea Sweeney Hayes Donnelly Brady Moran Maguire Keane Power Hogan McGrath Hennessy Cassidy Mulligan Rafferty Scanlon
"""
IBERIAN_WOMEN = """
Maria ~Mari =Mary; Ana ~Anita; Carmen ~Mamen; Isabel ~Isa ~Bel =Isabela; Francisca ~Paca ~Paqui; Dolores ~Lola; Cristina ~Cris ~Tina =Christina; Marta =Martha; Lucia ~Luci; Pilar ~Pili; Rocio ~Chio;
Beatriz ~Bea; Catarina ~Cata; Ines; Joana; Mariana ~Mari; Sofia ~Sofi =Sophia; Teresa ~Tere; Guadalupe ~Lupe; Rosario ~Charo; Consuelo ~Chelo; Mercedes ~Merche; Concepcion ~Concha ~Conchi; Paula ~Pau;
Patricia ~Patri; Raquel ~Raque; Silvia =Sylvia; Monica ~Moni; Fernanda ~Fer ~Nanda; Juliana ~Juli; Camila ~Cami; Valentina ~Vale; Gabriela ~Gabi; Leticia ~Leti; Luciana ~Lu
"""
IBERIAN_MEN = """
Jose ~Pepe ~Ze; Francisco ~Paco ~Fran ~Chico; Antonio ~Toni ~Tono; Manuel ~Manolo ~Manu; Joao; Pedro; Luis ~Lucho =Luiz; Carlos ~Carlitos; Miguel ~Migue; Javier ~Javi; Ignacio ~Nacho; Jesus ~Chus; Rafael ~Rafa; Diego;
Alejandro ~Alex ~Jandro; Fernando ~Fer ~Nando; Ricardo ~Ricky; Eduardo ~Edu; Tiago =Thiago; Nuno; Rui; Goncalo; Guillermo ~Guille ~Memo; Enrique ~Quique; Sergio; Roberto ~Beto; Gustavo ~Gus; Santiago ~Santi; Andres; Jorge; Ruben; Vicente ~Chente; Duarte; Mateus; Bruno
"""
IBERIAN_FAMILIES = """
Garcia Fernandez Gonzalez Rodriguez Lopez Martinez Sanchez Perez Gomez Martin Jimenez Ruiz Hernandez Diaz Moreno Alvarez Romero Alonso Gutierrez Navarro Torres Dominguez Vazquez Ramos Gil Serrano Blanco Molina Morales
Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Goncalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso
"""
EUROPEAN_WOMEN = """
Giulia ~Giu; Francesca ~Fra ~Franci; Chiara; Alessandra ~Ale ~Sandra; Federica ~Fede; Elisabetta ~Betta ~Elisa; Giovanna ~Vanna ~Gio; Martina; Valeria; Camille; Amelie; Celine; Genevieve ~Viv; Sandrine; Margaux;
Heike; Ulrike ~Uli; Katharina ~Kathi ~Kati; Annika; Silke; Johanna ~Hanni; Franziska ~Franzi; Petra; Wilhelmina ~Mina; Saskia; Anneke; Liesbeth ~Lies; Ingrid; Astrid; Solveig; Karin =Carin; Birgitta ~Gitta; Freja =Freya; Linnea; Zsuzsanna ~Zsuzsi; Eszter; Agnes
"""
EUROPEAN_MEN = """
Giuseppe ~Beppe ~Peppe; Alessandro ~Ale ~Sandro; Lorenzo ~Enzo; Francesco ~Franco ~Cesco; Salvatore ~Totò; Gianluca ~Luca; Marco; Matteo ~Teo; Jean; Pierre; Guillaume ~Guigui; Mathieu =Matthieu; Olivier; Benoit; Laurent;
Wolfgang ~Wolf; Johannes ~Hannes; Matthias =Mathias; Sebastian ~Basti ~Seb; Jurgen; Stefan ~Stef; Klaus =Claus; Jan; Pieter ~Piet; Willem ~Wim; Hendrik ~Henk; Lars; Anders; Bjorn; Magnus; Henrik; Mikkel; Gabor; Laszlo ~Laci; Zoltan ~Zoli; Attila
"""
EUROPEAN_FAMILIES = """
Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti Deluca Mancini Giordano Rizzo Lombardi Moretti Barbieri Fontana Dubois Bernard Moreau Laurent Lefebvre Leroy Girard Bonnet Mercier
Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Richter Wolf Neumann Zimmermann Jansen Bakker Visser Smit Meijer Mulder Hansen Johansen Andersen Larsen Nilsson Eriksson Lindqvist Nagy Kovács Tóth Szabó Horváth
"""
