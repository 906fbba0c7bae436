/** Data at rest: the keys they are encrypted with, and files, lines and values under those keys. */
package org.gridclear.atrest;
