/** Commands {@code gridclear account}: who may do what, and the audit log with its seals. */
@NullMarked
package org.gridclear.cli.account;

import org.jspecify.annotations.NullMarked;
