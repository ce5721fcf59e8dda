"""Children's forenames as schools have them now, the commoner ones first: half the classes' names come from here."""

GIRLS = """
Olivia Amelia Isla Ava Lily Mia Ivy Freya Florence Willow Isabella Elsie Sophia Poppy Evelyn Evie Daisy Grace Sofia Phoebe Ella Maya Rosie Millie Sienna Harper Charlotte Luna Aria Emily
Isabelle Maisie Ruby Matilda Penelope Ada Violet Hallie Bonnie Alice Mila Eliza Arabella Aurora Erin Robyn Thea Emma Maryam Zara Layla Nancy Orla Lottie Esme Eva Molly Jessica Chloe Ellie
Beatrice Delilah Eleanor Imogen Amber Martha Holly Clara Anaya Jasmine Hannah Aisha Fatima Amelie Margot Nora Ottilie Summer Hazel Rose Iris Eden Lyra Seren Cora Skye Tola Amara Naomi Leah Ines Hana Anya Lena Pia Nina
"""
BOYS = """
Noah Muhammad Oliver George Leo Arthur Luca Theo Oscar Archie Jude Freddie Harry Henry Theodore Alfie Charlie Finley Arlo Jack Albie Thomas Tommy Reuben Rory Roman Teddy Louie Elijah Isaac Lucas Hugo Ezra
Jaxon Max Mason Edward Adam Luke Sebastian Benjamin Harrison James Ethan Joshua Jacob William Joseph Alexander Daniel Samuel Zachary Toby Louis Ronnie Rowan Caleb Jesse Otis Finn Ralph Ibrahim Yusuf Ayaan Musa
Rafael Kai Milo Elliot Stanley Frankie Jasper Felix Zion Rafferty Ellis Dylan Bobby Vinnie Blake Gabriel Riley Ollie Ade Omar Dev Kwame Jago Otto Nathaniel Cillian Owen Aaron Ryan Nathan Ivan Sami Zayn Rayan Kian
"""
