/** Files as such: bytes, text, digests, packs, private and atomic writes. */
@NullMarked
package org.gridclear.file;

import org.jspecify.annotations.NullMarked;
