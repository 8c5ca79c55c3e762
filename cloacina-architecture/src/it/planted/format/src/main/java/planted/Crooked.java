package planted;
class Crooked { int  a ;
 }
