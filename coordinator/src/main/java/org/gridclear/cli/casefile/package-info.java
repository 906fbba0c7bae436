/** Commands about files of cases and networks: checked, shown, turned into other formats. */
@NullMarked
package org.gridclear.cli.casefile;

import org.jspecify.annotations.NullMarked;
