/** Signatures of what the market hands out: detached (Ed25519), and in PDFs (PAdES). */
package org.gridclear.signature;
