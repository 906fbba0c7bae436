/**
 * Who may do what, and what was done: accounts, sessions, tokens, the audit log (docs/grid.md §7).
 */
@NullMarked
package org.gridclear.account;

import org.jspecify.annotations.NullMarked;
