package org.gridclear.web.run;

/**
 * Which runs are cancelled.
 *
 * @param state states as in the list
 * @param user whose
 * @param study a part of id or name
 * @param expected how many open runs the caller saw; with another number nothing is cancelled
 */
record RunListCancellation(String state, String user, String study, int expected) {}
