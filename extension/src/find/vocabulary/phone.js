/**
 * Source of hashed.js, which generate.mjs writes; not shipped itself.
 * Words that say a phone number follows. Lower case, Latin letters without accents (see words.js); `word*` is a stem,
 * `*word` an ending, `a_b` two words. PHONE names the thing or the act of calling; CONTACT names who or what is reached.
 */
export const PHONE = `
tel tele tels telf telf. tlf tlfn tlph tfn tfno tfo tfnos tln tph ph phone* phn fon fono fonos telephon* telefon* telefoon* telefono* telefone* telefonu* telefun* telepon* telpon tilp tilip telifon* telephone* tilefon*
t p m c o h d mob mobil* mobile mobiles mobiel* movil* moviles movel cell cel cels cellphone cellulare cellulari cellul* celular* celul gsm handy* natel portable portatil puh puhelin* puhelimitse puhelimella matkapuhelin* gsm-nummer kannykka gemi
lijnnr helpline careline infoline landline crisisline tipline freeline *fragen *hotline *telefon *telefonen *ruf *telefoon *lijn *linje *linjen *puhelin pod_numerem pod_nr na_cisle na_cisel na_cislo pod_cislom unter_nummer der_nummer folgende_nummer unsere_nummer meine_nummer seine_nummer neue_nummer andere_nummer her_number his_number new_number correct_number right_number that_number their_number notre_numero mon_numero ce_numero numero_suivant mi_numero nuestro_numero este_numero numero_siguiente ao_numero meu_numero nosso_numero numero_seguinte nostro_numero mio_numero numero_seguente ons_nummer mijn_nummer dit_nummer nieuwe_nummer pa_nummer pa_numret pa_nummeret mitt_nummer vart_nummer mit_nummer vores_nummer pod_numer na_numer nasz_numer moj_numer ten_numer nase_cislo moje_cislo toto_cislo numarul_nostru numarul_meu nas_broj moj_broj мой_номер наш_номер мій_номер нашият_номер στον_αριθμο στο_νουμερο su_numara numaraya numaradan bu_numara di_nomor ke_nomor theo_so qua_so goi_so di_nombor sa_numerong diese_nummer au_numero al_numero al_n° no_numero pelo_numero op_nummer het_nummer pa_nummer pa_nr this_number following_number our_number my_number your_number the_number por_el_telefono na_broj na_stevilko na_stevilki par_numuru numeriu numeril szamon szamot *szamon la_numarul numarul_de a_szamon по_номеру на_номер за_номером на_номера под_номером call calls calling callcenter call-center dial dialing ring ringing ringe phone-in sms txt whatsapp viber telegram signal imo hotline* helpline* helpdesk tollfree toll-free freephone freecall free-call infoline callback landline* switchboard voicemail pager dial-in landlines contact-no lifeline crisis_line
anrufen anruf* ruf* rufen rufnummer* rueckruf* ruckruf* erreichbar erreichen erreicht telefonzentrale fernsprech* notruf* festnetz* durchwahl* servicetelefon infotelefon bereitschaft* hausruf notdienst*
appel* appeler appelez composez composer joindre joignable rappel* rappelez fixe mobile* portable ligne_directe numero_vert n°_vert no_vert n_vert numero_azur coup_de_fil telecopie*
llame llama* llamar llamenos llamada* marque marca* marcar comuniquese comunicarse llamanos llamando linea_directa telefonica* telefonico* conmutador celulares fijo centralita atencion_telefonica comunicate pbx discar disque
fale fala falar ligue ligar ligue-nos ligacao telemovel* fixo telefonico* disque whats zap zapzap fones
chiama* chiamare chiamateci telefonare telefonaci telefonate numero_verde centralino recapit* fisso telefonico*
bel bellen belt gebeld telefoonnummer* mobielnummer bereikbaar bereiken telefonisch* telefonische gratis_bellen
ring ringa telefonvaxel vaxel* telefonnr mobilnr mobiltfn kontakttelefon jour* telefontid vaxeltelefon journummer ringen
ringe ring_til mobiltelefon* vagttelefon sentralbord vakttelefon degnaben
soita soittaa soittamalla soittakaa numerosta numeroon puh.nro paivystys* vaihde
hring* sima simi farsimi heimasimi vinnusimi neydarsimi simsvari farsima heimasima vinnusima simanumer simar skiptibord zeng yavet* јавете јави* truqueu truca* telef* ffon ffoniwch cempel cemplu deitu
zadzwon dzwon* zadzwonic telefonicz* infolinia komorka kom tel.kom kontakt_tel zadzwoncie dzwoniac infolinii centrala tel.
zavolejte volejte volat vola zavolat telefonu mobilu infolinka linka pevna zavolajte volajte telefonicky klapka volanie telefonickom
hivj* hivjon telefonsz* telefonos mobilsz* hivas hivasra hivhato vezetekes tarcsaz*
sunati sunat sunati-ne telverde apelati apelati-ne apel* telefonic suna
nazovite pozovite nazovi pozovi zovite mob. poklicite pokliciti klicite poklici klici telefonska telefonski telefonom fiksni zvati pozvati poziv
arayin arayiniz arayabilirsiniz aramak ara telefonu cep ceptel tel_no cagri* santral gsm_no hatti arayarak numarali_telefon
helista helistage helistada tel.nr zvaniet zvanit talr talrunis talruni* talrunim zvani mob.talr skambinkite skambinti skambinant telefonu mob.tel
thirr telefononi telefoni celulari cel. kontakto_ne
goi dien_thoai dt sdt dtdd duong_day_nong di_dong hotline: lien_he so_dt dien
hubungi telp telpon nomor_hp hp no.hp no_hp call_center hubungi_kami nomor_telepon talian telefon_bimbit tel_bimbit h/p ponsel wa whatsapp_kami
tawag tumawag tawagan telepono numero_ng_telepono magtext piga simu namba_ya_simu nambari_ya_simu pigia bel_ons skakel selfoon foon sel foonnommer umnxeba ucingo
ffon ffoniwch glao guthan fon_poca telefonoa deitu
тел телефон* телефону моб мобильн* мобилен мобилни звоните звонит* позвонит* позвоните набери* звонок* звонк* горяч* горячая сот сотов* телефонн* тф диспетчер* звоніть дзвоніть зателефонуйте телефонуйте телефоном гсм gsm обад* обажд* звъннете позв* позовите назовите фиксни телефонски дзвон* тэл тэлефон* тэлефануйце утас* ұялы қоңырау звон чалып вайбер ватсап вотсап мобільн* справочн* факс/тел централа автоинформатор* звонить дежурн* гореща_линия кол-центр колл-центр
τηλ τηλεφων* τηλ. κιν κινητο* κιν. καλεσ* καλεστε τηλεφωνικ* σταθ* σταθερο τηλεφωνειστε κληση τηλ/φαξ κλησεις καλειτε
הטלפון טלפון טל טל' נייד סלולרי סלולארי פלאפון חייגו חייג התקשרו להתקשר התקשר צלצלו מוקד חיוג ווטסאפ וואטסאפ לחייג טלפונים נייח טלפוני
هاتف الهاتف هواتف تليفون تلفون موبايل جوال الجوال محمول المحمول اتصل اتصلوا للاتصال الاتصال اتصال نقال النقال واتساب واتس تلفن تلفنخانه موبایل همراه تماس تلفنی ثابت سنترال ت ج خلوي خليوي أرضي للحجز_على فون فیکس/فون رابطہ کال ٹیلی ٹیلیفون موبائل للتواصل الخط_الساخن الساخن تلیفون شماره_تلفن پیامک تماس_بگیرید بتماسکم زنگ
फोन फ़ोन टोल संपर्क मोबाइल टेलीफोन दूरभाष कॉल मो. दूरध्वनी मोबाईल फोनवर सम्पर्क फोन_नं ফোন মোবাইল টেলিফোন কল ফোন: ஃபோன் தொலைபேசி கைபேசி அலைபேசி அழைக்க செல் ఫోన్ మొబైల్ ఫోన్: ಫೋನ್ ದೂರವಾಣಿ ಮೊಬೈಲ್ ഫോൺ മൊബൈൽ വിളിക്കുക ફોન મોબાઇલ ਫੋਨ ਮੋਬਾਈਲ දුරකථන ඇමතුම්
ტელ ტელეფონ* მობ მობილურ* დაგვირეკეთ დარეკეთ հեռ հեռախոս* բջջ զանգահարեք զանգ* ስልክ ስልክ_ቁጥር ደውሉ
`;


export const CONTACT = `
biletow* dona don dna appointment appointments interpreter* transport* transportation denuncias anonim* sr sra srta mr mrs ms miss herr frau hr fr dhr mevr mme mlle sig sigra dott dottssa ing arq prof pan pani panem paní gosp gospodin gospodja г-н г-жа bey hanim κος κα κ. bapak ibu   mbak  anh chị  kak encik puan cik aling mang shri smt lost_property госпожа господин товарищ ანბატონი ქალბატონი السيد السيدة الأستاذ أستاذ الدكتور د. מר גב' גברת ד"ר श्री श्रीमती सुश्री ডাঃ জনাব info infos encargos encomendas_via marcacoes marcaciones billetterie biglietteria billeterie kassa kasa kassan pokladna jegypenztar lippukassa billetkontor kartenvorverkauf abschleppdienst depannage astreinte dispatch taller oficina officina garage farmacia dierenambulance meldpunt pomoc_drogowa эвакуатор касса каса пекарн* cekici soccorso
plumber electrician locksmith solicitor lawyer attorney vet veterinary dentist pharmacy ambulance fire school church vicarage rectory rector vicar warden churchwarden secretary treasurer chairman coach trainer tradie host landlord nurse midwife blood_bank reception* coordinator
klempner schlosser schlusseldienst elektriker rechtsanwalt anwalt notar tierarzt polizei feuerwehr schule pfarramt hausarzt pflege vermieter gastgeber vorsitzender trainer staffelleiter
plombier serrurier electricien avocat notaire veterinaire pompiers ecole mairie gardien secretaire president medecin infirmiere responsable
fontanero cerrajero electricista abogado notaria veterinaria veterinario policia bomberos escuela colegio medico ambulancia administrador conserje socio_atencion encanador chaveiro eletricista advogado bombeiros escola medica
idraulico fabbro elettricista avvocato notaio veterinario polizia carabinieri scuola medico ambulatorio guardia parrocchia amministratore
loodgieter slotenmaker advocaat dierenarts politie brandweer huisarts beheerder trainer rormokare lassmed vicevard djurdoktor polis skola elektriker blikkenslager vaktmester formand isannoitsija huoltoyhtio
hydraulik slusarz weterynarz policja szkola przychodnia prezes zarzadca instalater zamecnik veterinar policie skola lekarna predseda vizszerelo lakatos allatorvos rendorseg iskola patika instalator veterinar politie scoala farmacie ljekarna lekarna eczane eczanesi hastane okul polis yonetici muhtar ქირავდება
сантехник слесарь адвокат нотариус ветеринар* полици* школ* врач лечебниц* председател* диспетчерск* дежурн* паспортный лікар* ветклініка голова директорк* кабинет_спешен клиника д-р юрист*
υδραυλικ* ηλεκτρολογ* δικηγορ* κτηνιατρ* αστυνομι* σχολει* διευθυντ* γιατρ*
rejestracja registratura registratur* registrácia регистратура реєстратура регистратурата dat_lich dat_hen lich_hen
line linea linha ligne lijn linje linie leitung 
*dienst *service *palvelu contact* kontakt* contatt* contato* contacto* contactar *szolgalat relatii elaqe aloqa зв'язок связи wasiliana makipag-ugnayan ugnayan harakat холбоо barich support* supporto soporte suporte assistance assistenza asistencia assistencia service* servicio servico servizio kundenservice kundendienst kundtjanst kundeservice klantenservice asiakaspalvelu kundcenter sales vertrieb verkauf venta ventas vendas vendite vente prodej sprzedaz salg myynti verkoop forsaljning
office buero buro bureau oficina escritorio ufficio kantoor kontor kontoret toimisto biuro kancelar* iroda birou ured kancelarija ofis reception* recepcion* recepcja recepce rezeption receptie receptionen respsjon vastaanotto recepcio secretar* sekretar* segreteria segretari* secretaria secretariat sekretariat sekreterare sihteeri titkarsag
desk dept department information info informations* informacion* informacoes informazioni informatie informasjon informatie* inlichtingen tietoja auskunft* auskunfte rueckfragen fragen question* queries query enquir* inquir* dudas duvidas domande vragen fragor sporgsmal spersmal pytania dotazy otazky kerdes* intrebari pitanja vprasanja sorular
emergency emergencia* urgence* urgenz* notfall* spoed nod pohotovost pogotowie surgosseg urgente acil paivystys akut reserv* prenotare reserver* varaa boka bestil bestille book termin* terminvereinbarung rendez-vous rdv cita turno agendamento appuntamento afspraak tidsbestilling timebestilling ajanvaraus
atencion atendimento sac consultas central manager director directeur direktor leiter leitung ansprechpartner inhaber owner agent press presse prensa imprensa stampa pers pressekontakt clinic praxis cabinet consultorio studio rescue doctor dr arzt zahnarzt arztpraxis apotheke pharmacie farmacia hospital hopital krankenhaus ospedale sygehus sykehus sairaala szpital nemocnice korhaz spital hotel restaurant ristorante restaurante shop store filiale branch werkstatt zentrale warehouse dispatch garage plumber taxi front_desk home work main direct after-hours customer_service customer_care night_desk concierge hausmeister verwaltung gemeinde mairie municipio ayuntamiento comune rathaus kommune
bestellhotline klantenservice toll free gratis kostenlos kostenfrei gebuhrenfrei gratuit gratuita gratuito bezplatn* ilmainen ingyenes gratuita kontaktnr besoin ajuda ayuda aiuto hilfe hulp hjalp hjaelp pomoc apua segitseg ajutor yardim destek danisma iletisim musteri rezervasyon satis
контакт* связ* справк* поддержк* доставк* прием* запис* регистратур* секретар* ресепшн* офис* отдел* бронирован* бронюван* підтримк* довідк* приймальн* консультац* вопрос* питан* аптек* больниц* поликлиник* лікарн* рецепция* запитван* поръчк* контакти връзка* інфо инфо* администратор* администрац* директор* менеджер* служб* сервис* экстренн* спасател* запази* служба
επικοινων* πληροφορι* εξυπηρετησ* γραμματει* ραντεβου γραφει* υποστηριξ* ρεσεψιον ιατρει* νοσοκομει* φαρμακει* υπευθυν*
צרו קשר ליצירת שירות לקוחות מזכירות משרד תמיכה הזמנות מכירות לפרטים בירורים פרטים מרפאה חירום קבלה לתיאום
خدمة العملاء للتواصل تواصل للاستفسار الاستقبال مكتب الطوارئ طوارئ الدعم المبيعات للحجز حجز استعلامات عيادة مستشفى صيدلية پشتیبانی دفتر فروش مركز ارتباط اطلاعات رزرو
संपर्क सहायता हेल्पलाइन कार्यालय ग्राहक সাহায্য যোগাযোগ হটলাইন தொடர்புக்கு தொடர்பு సంప్రదించండి ಸಂಪರ್ಕಿಸಿ ബന്ധപ്പെടുക સંપર્ક ਸੰਪਰਕ
კონტაქტ* კავშირ* կապ տեղեկ* ድጋፍ
liên lien_lac tu_van ho_tro dat_ban dat_phong dat_hang khach_hang pelanggan layanan informasi perkhidmatan khidmat_pelanggan reservasi pemesanan kantor
`;

/** Offers and wants: in a small advertisement the number at the end of the line is a number to call. */
export const SALE = `
permuto permuta se_permuta troca troco anticretico traspaso lost missing reward lessons tuition tutor babysitter nachhilfe entlaufen vermisst unterricht cours perdu perdue clases perdido perdida busca extraviado aulas perdeu-se perdeu desapareceu explicacoes lezioni smarrito smarrita ripetizioni vermist gitaarles bijles bortsprungen lektioner kadonnut kadunud pazudis dingo zaginal zaginela korepetycje ztratil ztratila doucovani stratil  elveszett korrepetalas pierdut meditatii izgubljen izgubljena instrukcije χαθηκε μαθηματα пропала пропал уроки репетитор загубився зник изгубено изгубен kayip ders dersi ozel_ders אבד שיעורי ضاع مفقود دروس khoa_hoc hilang  खो ट्यूशन bortlobet undervisning 
for_sale to_let sale selling wanted rent vendo vende vendesi vendese venduto affitto affittasi cerco vends vend loue cherche verkaufe verkauft vermiete suche kaufe saljes selges saelges myydaan myyn vuokrataan ostetaan sprzedam kupie wynajme prodam prodavam koupim predam kupim elado kiado vand inchiriez prodajem prodaje iznajmljujem kupujem muua myya parduodu parduodama pardod продам продаю продаётся продается куплю сдам сдаю здам продавам продаю продајем издајем давам πωλειται ενοικιαζεται ζητειται satilik kiralik satiyorum למכירה להשכרה للبيع للايجار للإيجار مطلوب فروش فروشی बिकाऊ बेचना বিক্রয় ban_xe ban_gap cho_thue dijual disewakan dicari alquilo alquila alquiler rento renta arriendo arrienda compro alugo aluga arrenda procuro te_koop te_huur gezocht sotiladi satilir
`;

export const FAX = `fax* telefax* telekopi* telecop* faks* факс* φαξ פקס فاكس الفاكس فکس دورنگار नैफ़ैक्स फैक्स फ़ैक्स faxnummer fax.nr f ფაქს* ֆաքս* فاکس ফ্যাক্স`;
