/** Verdicts of the AC check, solved again by a power flow that shares no code with it. */
@NullMarked
package org.gridclear.security.verification;

import org.jspecify.annotations.NullMarked;
