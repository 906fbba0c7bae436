/** Faces: which call is answered at which door of the server (docs/protection.md). */
@org.jspecify.annotations.NullMarked
package org.gridclear.web.face;
