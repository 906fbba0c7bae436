/** The description of the interface, and its page. */
@NullMarked
package org.gridclear.web.api;

import org.jspecify.annotations.NullMarked;
