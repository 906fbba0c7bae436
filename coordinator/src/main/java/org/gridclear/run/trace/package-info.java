/** What the units of a run do on which node, while it goes on and afterwards. */
@NullMarked
package org.gridclear.run.trace;

import org.jspecify.annotations.NullMarked;
