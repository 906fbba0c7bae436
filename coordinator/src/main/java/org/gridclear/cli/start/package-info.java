/** What a start takes from its surroundings: defaults of options by file and environment. */
@NullMarked
package org.gridclear.cli.start;

import org.jspecify.annotations.NullMarked;
