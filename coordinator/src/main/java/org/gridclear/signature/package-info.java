/** Signatures of what the market hands out: detached (Ed25519), and in PDFs (PAdES). */
@NullMarked
package org.gridclear.signature;

import org.jspecify.annotations.NullMarked;
