/** The active and the standby site at the command line. */
@NullMarked
package org.gridclear.cli.site;

import org.jspecify.annotations.NullMarked;
