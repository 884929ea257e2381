import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_nl.js';
export const stem = stemmer;
