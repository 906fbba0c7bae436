/** Checks of networks and of cleared cases over HTTP. */
@NullMarked
package org.gridclear.web.security;

import org.jspecify.annotations.NullMarked;
