/** Verdicts of the AC check, solved again by a power flow that shares no code with it. */
package org.gridclear.security.verification;
