/// The parts of subsections that would otherwise throw different work together.
///
/// The runs are those by which the code set is laid out within its subsections; the titles are our own words.
extension CodeFamily {
  /// Runs of numbers; runs of one title are one family.
  static let parts: [CodeSubsection] = surgery + imaging + heart + visits

  private static let surgery: [CodeSubsection] = [
    CodeSubsection(.surgery, "10004", "10180", "Skin, sampling and drainage"),
    CodeSubsection(.surgery, "11000", "11983", "Skin, removal of lesions and nails"),
    CodeSubsection(.surgery, "12001", "13160", "Closure of wounds"),
    CodeSubsection(.surgery, "14000", "15999", "Flaps, grafts and pressure wounds"),
    CodeSubsection(.surgery, "16000", "16036", "Burns"),
    CodeSubsection(.surgery, "17000", "17999", "Destruction of skin lesions and Mohs surgery"),
    CodeSubsection(.surgery, "19000", "19499", "Breast"),
    CodeSubsection(.surgery, "20100", "20999", "Musculoskeletal, any region"),
    CodeSubsection(.surgery, "21010", "21499", "Bones of the head"),
    CodeSubsection(.surgery, "21501", "21936", "Neck, chest wall and back"),
    CodeSubsection(.surgery, "22010", "22899", "Spine"),
    CodeSubsection(.surgery, "22900", "22999", "Abdominal wall"),
    CodeSubsection(.surgery, "23000", "23929", "Shoulder"),
    CodeSubsection(.surgery, "23930", "24999", "Upper arm and elbow"),
    CodeSubsection(.surgery, "25000", "25999", "Forearm and wrist"),
    CodeSubsection(.surgery, "26010", "26989", "Hand and fingers"),
    CodeSubsection(.surgery, "26990", "27299", "Pelvis and hip"),
    CodeSubsection(.surgery, "27301", "27599", "Thigh and knee"),
    CodeSubsection(.surgery, "27600", "27899", "Lower leg and ankle"),
    CodeSubsection(.surgery, "28001", "28899", "Foot and toes"),
    CodeSubsection(.surgery, "29000", "29799", "Casts and strapping"),
    CodeSubsection(.surgery, "29800", "29999", "Arthroscopy"),
    CodeSubsection(.surgery, "30000", "31299", "Nose and sinuses"),
    CodeSubsection(.surgery, "31300", "31899", "Larynx, windpipe and bronchi"),
    CodeSubsection(.surgery, "32035", "32999", "Lungs and pleura"),
    CodeSubsection(.surgery, "33016", "33999", "Heart surgery and devices"),
    CodeSubsection(.surgery, "34001", "35907", "Vessels, repair and grafts"),
    CodeSubsection(.surgery, "36000", "36909", "Vessels, access and catheters"),
    CodeSubsection(.surgery, "37140", "37799", "Vessels, from within and tied off"),
    CodeSubsection(.surgery, "40490", "42999", "Mouth and throat"),
    CodeSubsection(.surgery, "43020", "43135", "Esophagus"),
    CodeSubsection(.surgery, "43180", "43278", "Endoscopy of the upper tract and bile ducts"),
    CodeSubsection(.surgery, "43279", "43499", "Esophagus"),
    CodeSubsection(.surgery, "43500", "43999", "Stomach"),
    CodeSubsection(.surgery, "44005", "44346", "Bowel"),
    CodeSubsection(.surgery, "44360", "44408", "Endoscopy of the small bowel and stomas"),
    CodeSubsection(.surgery, "44500", "44899", "Bowel"),
    CodeSubsection(.surgery, "44900", "44979", "Appendix"),
    CodeSubsection(.surgery, "45000", "45190", "Rectum"),
    CodeSubsection(.surgery, "45300", "45398", "Endoscopy of the colon and rectum"),
    CodeSubsection(.surgery, "45399", "45999", "Rectum"),
    CodeSubsection(.surgery, "46020", "46999", "Anus"),
    CodeSubsection(.surgery, "47000", "47399", "Liver"),
    CodeSubsection(.surgery, "47400", "47999", "Gallbladder and bile ducts"),
    CodeSubsection(.surgery, "48000", "48999", "Pancreas"),
    CodeSubsection(.surgery, "49000", "49465", "Abdomen"),
    CodeSubsection(.surgery, "49491", "49659", "Hernias"),
    CodeSubsection(.surgery, "50010", "50980", "Kidney and ureter"),
    CodeSubsection(.surgery, "51020", "51999", "Bladder"),
    CodeSubsection(.surgery, "52000", "52700", "Endoscopy of the bladder and prostate"),
    CodeSubsection(.surgery, "53000", "53899", "Urethra"),
    CodeSubsection(.surgery, "61000", "62258", "Skull and brain"),
    CodeSubsection(.surgery, "62263", "63746", "Spinal cord and spaces"),
    CodeSubsection(.surgery, "64400", "64530", "Nerve blocks"),
    CodeSubsection(.surgery, "64553", "64999", "Nerves"),
    CodeSubsection(.surgery, "65091", "66999", "Eye, front"),
    CodeSubsection(.surgery, "67005", "67299", "Eye, back"),
    CodeSubsection(.surgery, "67311", "67399", "Eye muscles"),
    CodeSubsection(.surgery, "67400", "68899", "Orbit, lids and tear ducts"),
  ]

  private static let imaging: [CodeSubsection] = [
    CodeSubsection(.radiology, "70010", "70559", "Imaging of head and neck"),
    CodeSubsection(.radiology, "71045", "71555", "Imaging of the chest"),
    CodeSubsection(.radiology, "72020", "72295", "Imaging of spine and pelvis"),
    CodeSubsection(.radiology, "73000", "73725", "Imaging of arms and legs"),
    CodeSubsection(.radiology, "74018", "74775", "Imaging of the abdomen"),
    CodeSubsection(.radiology, "75557", "75574", "Imaging of the heart"),
    CodeSubsection(.radiology, "75600", "75989", "Imaging of vessels"),
    CodeSubsection(.radiology, "76000", "76499", "Imaging, other"),
  ]

  private static let heart: [CodeSubsection] = [
    CodeSubsection(.medicine, "92920", "92998", "Coronary and valve interventions"),
    CodeSubsection(.medicine, "93000", "93278", "Tracings and monitoring of the heart"),
    CodeSubsection(.medicine, "93279", "93299", "Checks of heart devices"),
    CodeSubsection(.medicine, "93303", "93356", "Echocardiography"),
    CodeSubsection(.medicine, "93451", "93598", "Heart catheters"),
    CodeSubsection(.medicine, "93600", "93662", "Electrophysiology"),
  ]

  private static let visits: [CodeSubsection] = [
    CodeSubsection(.evaluationAndManagement, "99201", "99205", "Office visits, new patients"),
    CodeSubsection(.evaluationAndManagement, "99211", "99215", "Office visits, established patients"),
  ]
}
