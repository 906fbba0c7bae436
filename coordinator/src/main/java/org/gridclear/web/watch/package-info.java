/** What a server counts for whoever watches it. */
@org.jspecify.annotations.NullMarked
package org.gridclear.web.watch;
