/** What the audit log says on the whole, and as other systems read it. */
@org.jspecify.annotations.NullMarked
package org.gridclear.account.evidence;
