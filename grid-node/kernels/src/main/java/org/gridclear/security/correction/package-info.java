/** Clearing and AC security check in turn (C-06, D-09, E-07, F-06). */
package org.gridclear.security.correction;
