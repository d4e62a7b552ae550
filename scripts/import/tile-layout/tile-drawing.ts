/**
 * England as a map of equal squares, one for each upper-tier authority from 2012 to 2017. Drawn by hand:
 * each square touches as many of its neighbours as it can, each region but for its islands is in one piece, and estuaries and
 * coasts keep their outline. An area's size on it says nothing: a county and a borough weigh the same.
 */
export const MAINLAND = `
 .    .    .    .    .    .   NBL   .    .    .    .    .
 .    .    .    .    .    .   NEW  NTY   .    .    .    .
 .    .    .    .    .    .   GAT  STY   .    .    .    .
 .    .    .    .    .    .   DUR  SUN   .    .    .    .
 .    .    .    .    .   CMB  DAL  STT  HPL   .    .    .
 .    .    .   BPL  LAN  BBD   .   MDB  RCC   .    .    .
 .    .   SFT  WGN  BOL  BUR  NYK  YOR  ERY  KHL   .    .
 .   LIV  KWL  SHN  SLF  RCH  BRD  LDS  WKF   .    .    .
 .   WRL  HAL  WRT  MAN  OLD  CLD  KIR  BNS  DNC  NLN   .
 .    .    .   TRF  SKP  TAM  DBY  SHF  ROT   .   NEL   .
 .    .    .   CHW  CHE  STE  DER  NTT  NGM  LIN   .    .
 .    .    .   SHR  TFW  STS  WLL  LEC  LCE  RUT  PTE   .
 .    .    .    .   WLV  SAW  BIR  COV  NTH  BDF  CAM  NFK
 .    .    .   HEF  DUD  SOL  WAR  OXF  BKM  MIK  CBF  SFK
 .    .    .    .   WOR  GLS  WBK  RDG  SLG  LUT  HRT  ESS
 .    .    .    .   SGC  SWD  WOK  BRC  WNM   .   THR  SOS
 .    .    .   NSM  BST  WIL  STH  HAM  SRY  MDW  KEN   .
 .    .    .   SOM  BAS  DOR  BMH  POR  WSX  ESX   .    .
 .   CON  DEV  TOB   .   POL   .   IOW  BNH   .    .    .
IOS   .   PLY   .    .    .    .    .    .    .    .    .
`;

/** London's boroughs, which would be too small in their place: drawn beside the North Sea. */
export const LONDON = `
 .    .    .    .   ENF   .    .    .
 .    .   HRW  BNE  HRY  WFT   .    .
HIL  EAL  BEN  CMD  ISL  HCK  RDB  HAV
HNS  HMF  KEC  WSM  LND  TWH  NWM  BDD
 .   RIC  WND  LBH  SWK  LEW  GRE  BEX
 .    .   KTT  MRT  CRY  BRY   .    .
 .    .    .   STN   .    .    .    .
`;

/** Where London's upper left corner stands: a fraction of a square aside, so that it reads as an inset. */
export const LONDON_AT = { x: 10.4, y: 0 };
