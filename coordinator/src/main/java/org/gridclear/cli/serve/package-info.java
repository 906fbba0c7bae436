/** The server as a command: who may call it, where, of which market. */
@NullMarked
package org.gridclear.cli.serve;

import org.jspecify.annotations.NullMarked;
