package org.gridclear.web.run;

/**
 * Which runs are sent again.
 *
 * @param state failed or cancelled, or both with a comma; "" for both
 * @param user whose
 * @param study a part of id or name
 * @param expected how many such runs the caller saw; with another number nothing is sent
 */
record RunListResubmission(String state, String user, String study, int expected) {}
