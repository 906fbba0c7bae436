/** Commands about keys: of nodes, of data at rest, to sign with. */
@NullMarked
package org.gridclear.cli.keys;

import org.jspecify.annotations.NullMarked;
