/** Files as such: bytes, text, digests, packs, private and atomic writes. */
package org.gridclear.file;
