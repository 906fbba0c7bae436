/** What a server counts for whoever watches it. */
@NullMarked
package org.gridclear.web.watch;

import org.jspecify.annotations.NullMarked;
