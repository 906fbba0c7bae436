/** What the code itself measures: sizes, circles of files, tests beside main. */
package org.gridclear.bench.house;
