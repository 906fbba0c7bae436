/** How what calls say is read, and what is said of what cannot be. */
@NullMarked
package org.gridclear.web.request;

import org.jspecify.annotations.NullMarked;
