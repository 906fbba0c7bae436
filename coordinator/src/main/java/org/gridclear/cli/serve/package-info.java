/** The command that serves: accounts, schedule and records of a server. */
@NullMarked
package org.gridclear.cli.serve;

import org.jspecify.annotations.NullMarked;
