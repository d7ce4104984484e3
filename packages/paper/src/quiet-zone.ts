/** Light modules around a symbol, on every side (ISO/IEC 18004:2015 §6.3.8). */
export const QUIET_ZONE = 4
