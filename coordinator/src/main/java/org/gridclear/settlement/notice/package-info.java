/** Messages to members of what the settlement process changes (docs/settlement-process.md). */
package org.gridclear.settlement.notice;
