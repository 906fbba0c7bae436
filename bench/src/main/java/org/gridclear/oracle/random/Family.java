package org.gridclear.oracle.random;

/** What a random case may have beyond units with commitment and load. */
public enum Family {
  /** Several buses with rated branches, phase shifts and taps. */
  NETWORK,
  /** The outage of every branch, and listed ones. */
  OUTAGES,
  /** Branches out by plan. */
  PLANNED,
  /** Branches that lose energy. */
  LOSSES,
  /** Interfaces. */
  FLOWGATES,
  /** Spinning reserve within the ramp of a period. */
  RESERVE,
  /** Products with minutes, directions, offers and zones. */
  PRODUCTS,
  /** Reserve from units that are off. */
  NON_SPINNING,
  /** Storage. */
  STORAGE,
  /** Wind, price-sensitive load and interchange. */
  PROFILES,
  /** HVDC lines, decided and scheduled. */
  HVDC,
  /** Limits of units above and below the end of their offers. */
  OFFER_ENDS,
  /** Breakpoints and limits that change with the period. */
  CHANGING_OFFERS,
  /** Output while starting and stopping. */
  TRAJECTORIES,
  /** Bands of output to be avoided. */
  BANDS,
  /** Ranges of output, energy and counts. */
  RANGES,
  /** Ranges of fuel and emission. */
  TONNES,
  /** Constraints given as data. */
  LINEAR,
  /** Reservoirs. */
  WATER,
  /** Units whose state before the day is not known. */
  UNKNOWN_BEFORE,
  /** Surplus: prices below zero. */
  SURPLUS,
  /** Limits, ramps, starts and statuses of units that contradict each other. */
  CONTRADICTIONS,
  /** Variables given as data, and constraints that look back. */
  VARIABLES
}
