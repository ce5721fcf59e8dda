"""Names of Africa and Asia, the commoner ones first. `tests.eval.pools` says how they are written."""

ARABIC_WOMEN = """
Fatima ~Fatoum =Fatema =Fatimah @فاطمة; Aisha =Aysha =Ayesha @عائشة; Mariam =Maryam =Meryem @مريم; Khadija =Khadijah =Hadija @خديجة; Zainab ~Zizi =Zaynab @زينب; Noor =Nour =Nur @نور; Layla =Leila =Laila @ليلى; Amina =Aminah @أمينة; Huda =Houda @هدى; Rania =Raniya @رانيا;
Samira ~Sam =Sameera @سميرة; Yasmin ~Yas =Yasmeen =Jasmine @ياسمين; Salma @سلمى; Hanan @حنان; Iman =Eman @إيمان; Nadia =Nadya @نادية; Rasha @رشا; Dina @دينا; Hala =Hallah @هالة; Lina =Leena @لينا; Sara =Sarah @سارة; Maha @مها; Nawal @نوال; Rahma @رحمة; Shaima =Shaymaa @شيماء; Suad =Souad @سعاد; Wafa =Wafaa @وفاء; Asma =Asmaa @أسماء; Ghada @غادة; Dalia =Dalya @داليا
"""
ARABIC_MEN = """
Mohammed ~Mo ~Hamada =Muhammad =Mohamed =Mohammad @محمد; Ahmed =Ahmad @أحمد; Ali =Aly @علي; Omar =Umar @عمر; Hassan =Hasan @حسن; Hussein =Hussain =Husayn @حسين; Ibrahim =Ebrahim @إبراهيم; Khaled =Khalid @خالد; Mahmoud ~Hoda =Mahmud @محمود; Mustafa ~Sasa =Moustafa @مصطفى;
Youssef ~Jo =Yusuf =Yousef @يوسف; Abdullah ~Abdu =Abdallah @عبدالله; Abdulrahman ~Abdu =Abdelrahman @عبدالرحمن; Tariq =Tarek =Tareq @طارق; Karim =Kareem @كريم; Samir =Sameer @سمير; Nabil =Nabeel @نبيل; Walid =Waleed @وليد; Bilal =Belal @بلال; Hamza =Hamzah @حمزة; Yasser =Yasir @ياسر; Faisal =Faysal @فيصل; Rashid =Rasheed @رشيد; Sami =Samy @سامي; Ziad =Ziyad @زياد; Anwar @أنور; Jamal =Gamal @جمال; Adel =Adil @عادل; Hisham =Hesham @هشام; Osama =Usama @أسامة
"""
ARABIC_FAMILIES = """
Hassan Ali Ahmed Mohamed Ibrahim Khalil Mansour Haddad Nasser Saleh Abbas Aziz Hamdan Darwish Najjar Khoury Sabbagh Qasim Rahman Salem Shaheen Taha Zaki Bakri Fadel Ghanem Habib Issa Jaber Kassem Masri Nader Osman Rizk Sharif Tawfik Yassin Zahran Amin Badawi Chahine Daher Farah Hamid
"""
PAKISTANI_WOMEN = """
Ayesha ~Ash =Aisha =Aysha; Fatima ~Fatty =Fatimah; Saima =Sayma; Sadia =Sadiya; Nazia =Naziya; Rabia =Rabiya; Shazia =Shaziya; Samina =Sameena; Rukhsana ~Ruks =Ruksana; Nasreen =Nasrin; Parveen =Parvin; Shabana ~Shab; Farzana ~Farz; Uzma; Bushra; Kausar =Kauser; Tahira =Tahirah; Yasmin =Yasmeen; Zara =Zahra;
Hina =Henna; Mehwish; Iqra; Sumaira =Sumera; Asma =Asmaa; Nusrat; Shaheen; Rehana =Rihana; Maryam =Mariam; Khadija =Khadeeja; Naila =Nayla; Humaira =Humera; Aneesa =Anisa; Razia; Salma; Sajida; Nadia =Nadya; Tasneem =Tasnim; Mumtaz; Rahima; Shireen =Shirin
"""
PAKISTANI_MEN = """
Muhammad ~Mo =Mohammed =Mohammad =Mohamed; Imran =Emran; Asif =Aasif; Tariq =Tarik; Usman ~Ush =Osman =Uthman; Ali; Hassan =Hasan; Shahid =Shaheed; Nadeem =Nadim; Khalid =Khaled; Kashif; Adnan; Zahid =Zaheed; Faisal =Faysal; Rashid =Rasheed; Waqas; Amir =Aamir =Ameer; Bilal; Iqbal; Javed =Javaid; Naveed =Navid; Saeed =Said;
Arshad; Irfan =Erfan; Mahmood =Mehmood; Pervez =Parvez; Sajid; Yasir =Yasser; Zafar =Zaffar; Abdul; Habib =Habeeb; Rizwan ~Riz; Shakeel =Shakil; Wasim =Waseem; Tahir; Kamran ~Kam; Junaid =Junayd; Haroon =Harun; Ibrahim ~Ibby =Ebrahim; Mizanur ~Mizan
"""
PAKISTANI_FAMILIES = """
Khan Ahmed Hussain Ali Malik Begum/Begum Akhtar Iqbal Mahmood Shah Rahman Chowdhury Miah Uddin Islam Hossain Bibi/Bibi Mirza Qureshi Sheikh Butt Raja Chaudhry Siddiqui Ansari Hashmi Javed Mughal Zaman Haque Choudhury Sultana/Sultana Aslam Bashir Latif Rafiq Sadiq Yousaf Zafar Baig Farooq Kazmi Naqvi Rizvi
"""
INDIAN_WOMEN = """
Priya ~Pri; Anjali ~Anj; Pooja =Puja; Deepa =Dipa; Kavita =Kavitha; Sunita ~Suni =Suneeta; Neha; Lakshmi ~Laxmi =Laxmi =Luxmi; Meena =Mina; Nisha; Rekha; Swati =Swathi; Shilpa; Sonal ~Sonu; Divya; Aishwarya ~Aish ~Ash; Shreya =Sreya; Manpreet ~Mani ~Preet; Harpreet ~Harps; Jaspreet ~Jas; Gurpreet ~Preeti; Simran ~Sim; Kiran;
Rajni ~Raj; Bhavna =Bhavana; Hetal; Jyoti =Jyothi; Komal; Madhuri ~Madhu; Nandini ~Nandu; Radhika ~Radha; Sarita; Sangeeta ~Sangi =Sangita; Tejal; Usha; Vaishali ~Vaishu; Geeta =Gita; Seema =Sima; Preeti =Priti; Reena =Rina; Smita; Archana ~Archu; Vidya =Vidhya
"""
INDIAN_MEN = """
Rajesh ~Raj; Sanjay ~Sanj; Amit; Rahul; Vijay ~Vij; Suresh; Ramesh; Anil; Sunil; Deepak ~Deeps =Dipak; Manoj; Vikram ~Vik; Ravi; Ajay; Nikhil ~Nik; Rohit; Arjun; Krishna ~Krish =Krishnan; Ashok; Harish; Jaswinder ~Jas; Gurdeep ~Gurd =Gurdip; Harjit ~Harj =Harjeet; Balwinder ~Bal; Kuldeep =Kuldip; Manjit ~Manj =Manjeet; Parminder ~Pam; Satnam;
Hitesh; Jignesh; Ketan; Mukesh ~Muk; Nilesh; Paresh; Pravin =Praveen; Rakesh; Venkatesh ~Venky ~Venkat; Srinivas ~Srini =Shrinivas; Subramaniam ~Subbu =Subramanian; Karthik =Kartik; Ganesh; Santosh =Santhosh; Pradeep =Pradip; Naveen =Navin; Bhupinder ~Bhups
"""
INDIAN_FAMILIES = """
Patel Singh Kaur/Kaur Sharma Shah Kumar Gupta Mistry Desai Joshi Mehta Parmar Chauhan Solanki Reddy Rao Nair Menon Iyer Pillai Krishnan Subramanian Das Banerjee Chatterjee Mukherjee Ghosh Sen Bose Gill Sandhu Dhillon Sidhu Grewal Bains Dhaliwal Sahota Johal Verma Mishra Pandey Agarwal Jain Kapoor Malhotra Chopra Bhatt Trivedi Rana Thakur Varghese Thomas
"""
WEST_AFRICAN_WOMEN = """
Adaeze ~Ada ~Daeze; Ngozi ~Ngo; Chidinma ~Dinma ~Chi; Chioma ~Chichi; Nkechi ~Nk ~Kechi; Ifeoma ~Ify; Oluwaseun ~Seun; Folasade ~Sade ~Fola; Adebola ~Bola; Yetunde ~Yetty; Omolara ~Lara; Titilayo ~Titi; Funmilayo ~Funmi; Oluwakemi ~Kemi; Abimbola ~Bimbo ~Bola; Ayodele ~Ayo; Temitope ~Temi ~Tope; Olufunke ~Funke; Morenike ~Nike; Olabisi ~Bisi ~Ola;
Blessing; Grace; Patience; Comfort; Esther; Abena =Abenaa; Akosua ~Akos; Ama; Efua =Efia; Adwoa =Adjoa; Akua; Yaa; Esi; Mercy; Gifty; Aminata ~Ami; Fatoumata ~Fatou; Mariama; Kadiatu ~Kadi; Isatu; Hauwa =Hawa; Uchenna ~Uche; Amarachi ~Amara; Oluchi ~Olu; Nneka; Precious
"""
WEST_AFRICAN_MEN = """
Oluwaseun ~Seun; Babatunde ~Tunde ~Baba; Olumide ~Mide; Adebayo ~Bayo; Oluwafemi ~Femi; Chukwuemeka ~Emeka; Chinedu ~Nedu; Ikechukwu ~Ike ~IK; Obinna ~Obi; Ifeanyi ~Ify; Ayodeji ~Deji ~Ayo; Olatunji ~Tunji; Oladipo ~Dipo ~Ladi; Segun; Gbenga; Kayode ~Kay; Rotimi; Adekunle ~Kunle; Olusola ~Sola; Temitayo ~Tayo; Emmanuel ~Emma ~Manny =Emanuel;
Kwame; Kofi; Kwaku =Kweku; Yaw; Kwasi =Kwesi; Kojo =Kwadwo; Ebenezer ~Eben; Samuel ~Sammy ~Sam; Isaac; Ibrahima ~Ibou; Mamadou ~Mamad; Ousmane =Usman; Abubakar ~Abu; Musa =Moussa; Sunday; Godwin; Chibuzo ~Chibz; Uchenna ~Uche; Nnamdi; Tochukwu ~Tochi; Kelechi ~Kele; Onyekachi ~Kachi
"""
WEST_AFRICAN_FAMILIES = """
Adeyemi Okafor Okonkwo Eze Obi Bello Adebayo Ogunleye Balogun Okoro Nwosu Chukwu Ojo Afolabi Adeleke Oyelaran Akinola Ibe Nnadi Onyeka Mensah Owusu Boateng Osei Asante Agyeman Appiah Amoah Ofori Antwi Sarpong Acheampong Opoku Danso Addo Quaye Tetteh Annan Diallo Bah Barry Camara Conteh Kamara Sesay Koroma Bangura Jalloh Ceesay Sowe Oladapo Oduya Fashola Akande Ogunbanjo
"""
SOMALI_WOMEN = """
Fadumo =Faduma; Hodan; Ifrah; Sahra =Zahra; Hibaq ~Hibo; Amina =Aamina; Halimo =Halima; Khadra; Nimo =Nimco; Ayan =Ayaan; Deqa; Hamdi; Idil; Ladan; Maryan =Maryam; Naima; Rahma; Safiya; Shukri; Ubah; Yasmin; Zamzam; Asha; Bilan; Filsan; Hawo =Hawa; Ikran; Qamar; Sagal; Saado; Bisharo; Luul
"""
SOMALI_MEN = """
Abdi; Mohamed ~Mo =Maxamed; Ahmed =Axmed; Abdirahman ~Abdi; Hassan =Xasan; Ali =Cali; Omar =Cumar; Yusuf =Yuusuf; Ismail =Ismaciil; Abdullahi ~Abdulla; Farah =Faarax; Guled; Hussein =Xuseen; Ibrahim =Ibraahim; Jama =Jaamac; Liban; Mahad; Mukhtar; Nur =Nuur; Osman =Cismaan; Said =Siciid; Sharmarke; Warsame; Zakaria ~Zak; Bashir; Dahir; Khadar; Mustafa
"""
SOMALI_FAMILIES = """
Abdi Mohamed Ali Ahmed Hassan Warsame Farah Jama Yusuf Omar Hussein Osman Ibrahim Nur Elmi Aden Dirie Egal Guled Hersi Isse Kahin Mohamud Samatar Shire Abdullahi Barre Duale Gedi Roble Sheikh Awale Mire Ismail
"""
CHINESE_WOMEN = """
Wei !Vivian; Li; Mei ~May; Xiaoling ~Ling !Linda; Yan; Jing !Jenny; Ying; Hui; Xin !Cindy; Yuk ~Yuki; Siu; Wing; Kit ~Kitty; Ka; Hoi; Thi; Lan; Hoa; Huong; Mai; Linh; Ngoc; Phuong; Trang; Soo; Ji; Min; Eun; Yuna; Aiko; Yoko; Keiko; Naomi; Sakura; Siew; Hwee; Bee; Jiayi; Yuting !Tina; Xue !Snow
"""
CHINESE_MEN = """
Wei !William; Jun !Julian; Ming; Hao !Howard; Chi; Ho; Kin !Kenny; Wai; Tak; Lok; Jian; Feng !Frank; Tao; Lei; Bo ~Bob; Minh; Duc; Hung; Tuan; Quang; Long; Nam; Jin; Hyun; Sung; Joon; Kenji ~Ken; Hiroshi; Takeshi; Yuto; Boon; Kok; Seng; Yiu; Zhiyuan; Haoran; Yichen; Dong; Gang; Cheuk
"""
CHINESE_FAMILIES = """
Wong Chan Li Lee Wang Zhang Chen Liu Cheung Lam Ho Ng Leung Tang Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo Lin Luo Nguyen Tran Pham Hoang Phan Vu Dang Bui Do Kim Park Choi Tanaka Suzuki Sato Watanabe Tan Lim Goh Teo Yeung Kwok Lau Fung Tsang
"""
