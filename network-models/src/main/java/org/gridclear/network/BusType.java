package org.gridclear.network;

/** What is known at a bus in a power flow. */
public enum BusType {
  /** Active and reactive power are given. */
  PQ,
  /** Active power and voltage magnitude are given. */
  PV,
  /** Voltage magnitude and angle are given; takes the mismatch. */
  REFERENCE,
  /** Connected to nothing. */
  ISOLATED
}
