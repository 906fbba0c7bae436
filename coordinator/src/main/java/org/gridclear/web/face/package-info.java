/** Faces: which call is answered at which door of the server (docs/protection.md). */
@NullMarked
package org.gridclear.web.face;

import org.jspecify.annotations.NullMarked;
