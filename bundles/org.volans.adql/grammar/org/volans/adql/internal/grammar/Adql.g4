// ADQL 2.1 (IVOA Recommendation 2023-12-15), appendix A, as far as structure goes: which functions there are, what they
// take and which words are reserved is checked by the translator, where a fault can be named in plain words.
grammar Adql;

options { caseInsensitive = true; }

statement : query SEMICOLON* EOF ;

query : (WITH withItem (COMMA withItem)*)? queryExpression ;

withItem : identifier (LPAREN identifier (COMMA identifier)* RPAREN)? AS LPAREN query RPAREN ;

queryExpression : querySet (ORDER BY sortItem (COMMA sortItem)*)? (OFFSET UNSIGNED)? ;

querySet
    : querySet INTERSECT ALL? querySet              # intersection
    | querySet op=(UNION | EXCEPT) ALL? querySet    # union
    | select                                        # plain
    | LPAREN query RPAREN                           # nested
    ;

select
    : SELECT (ALL | DISTINCT)? (TOP UNSIGNED)? selectItem (COMMA selectItem)*
      FROM tableReference (COMMA tableReference)*
      (WHERE condition)?
      (GROUP BY condition (COMMA condition)*)?
      (HAVING condition)?
    ;

selectItem
    : STAR                                              # allColumns
    | identifier (DOT identifier)* DOT STAR             # tableColumns
    | condition (AS? identifier)?                       # item
    ;

sortItem : condition (ASC | DESC)? ;

tableReference : tablePrimary joined* ;

tablePrimary
    : tableName (AS? identifier)?                       # namedTable
    | LPAREN query RPAREN AS? identifier                # derivedTable
    | LPAREN tableReference RPAREN                      # nestedJoin
    ;

tableName : identifier (DOT identifier)* ;

joined
    : CROSS JOIN tablePrimary
    | NATURAL joinType? JOIN tablePrimary
    | joinType? JOIN tablePrimary joinCondition
    ;

joinType : INNER | (LEFT | RIGHT | FULL) OUTER? ;

joinCondition
    : ON condition
    | USING LPAREN identifier (COMMA identifier)* RPAREN
    ;

condition
    : NOT condition                                     # negation
    | condition AND condition                           # conjunction
    | condition OR condition                            # disjunction
    | predicate                                         # simple
    ;

predicate
    : EXISTS LPAREN query RPAREN                                            # exists
    | value op=(EQ | NE | LT | LE | GT | GE) value                          # comparison
    | value NOT? BETWEEN value AND value                                    # between
    | value NOT? (LIKE | ILIKE) value (ESCAPE value)?                       # like
    | value NOT? IN LPAREN (query | condition (COMMA condition)*) RPAREN    # in
    | value IS NOT? (NULL | TRUE | FALSE)                                   # is
    | value                                                                 # bare
    ;

value
    : op=(PLUS | MINUS | TILDE) value                   # sign
    | value op=(STAR | SLASH) value                     # product
    | value op=(PLUS | MINUS) value                     # sum
    | value op=(AMP | CARET | PIPE) value               # bits
    | value CONCAT value                                # concatenation
    | primary                                           # operand
    ;

primary
    : literal                                                           # constant
    | CAST LPAREN condition AS typeName RPAREN                          # cast
    | CASE condition? (WHEN condition THEN condition)+ (ELSE condition)? END   # caseOf
    | functionName LPAREN (STAR | (ALL | DISTINCT)? condition (COMMA condition)*)? RPAREN  # call
    | identifier (DOT identifier)*                                      # column
    | LPAREN query RPAREN                                               # scalar
    | LPAREN condition RPAREN                                           # parenthesis
    ;

literal : UNSIGNED | REAL | HEX | STRING+ | TRUE | FALSE | NULL ;

functionName : REGULAR ;

identifier : REGULAR | DELIMITED ;

typeName : REGULAR REGULAR? (LPAREN (UNSIGNED | STAR) RPAREN)? ;

ALL : 'ALL' ;
AND : 'AND' ;
AS : 'AS' ;
ASC : 'ASC' ;
BETWEEN : 'BETWEEN' ;
BY : 'BY' ;
CASE : 'CASE' ;
CAST : 'CAST' ;
CROSS : 'CROSS' ;
DESC : 'DESC' ;
DISTINCT : 'DISTINCT' ;
ELSE : 'ELSE' ;
END : 'END' ;
ESCAPE : 'ESCAPE' ;
EXCEPT : 'EXCEPT' ;
EXISTS : 'EXISTS' ;
FALSE : 'FALSE' ;
FROM : 'FROM' ;
FULL : 'FULL' ;
GROUP : 'GROUP' ;
HAVING : 'HAVING' ;
ILIKE : 'ILIKE' ;
IN : 'IN' ;
INNER : 'INNER' ;
INTERSECT : 'INTERSECT' ;
IS : 'IS' ;
JOIN : 'JOIN' ;
LEFT : 'LEFT' ;
LIKE : 'LIKE' ;
NATURAL : 'NATURAL' ;
NOT : 'NOT' ;
NULL : 'NULL' ;
OFFSET : 'OFFSET' ;
ON : 'ON' ;
OR : 'OR' ;
ORDER : 'ORDER' ;
OUTER : 'OUTER' ;
RIGHT : 'RIGHT' ;
SELECT : 'SELECT' ;
THEN : 'THEN' ;
TOP : 'TOP' ;
TRUE : 'TRUE' ;
UNION : 'UNION' ;
USING : 'USING' ;
WHEN : 'WHEN' ;
WHERE : 'WHERE' ;
WITH : 'WITH' ;

COMMA : ',' ;
DOT : '.' ;
SEMICOLON : ';' ;
LPAREN : '(' ;
RPAREN : ')' ;
STAR : '*' ;
SLASH : '/' ;
PLUS : '+' ;
MINUS : '-' ;
TILDE : '~' ;
AMP : '&' ;
CARET : '^' ;
PIPE : '|' ;
CONCAT : '||' ;
EQ : '=' ;
NE : '<>' | '!=' ;
LT : '<' ;
LE : '<=' ;
GT : '>' ;
GE : '>=' ;

HEX : '0X' [0-9A-F]+ ;
REAL : ([0-9]+ '.' [0-9]* | '.' [0-9]+) EXPONENT? | [0-9]+ EXPONENT ;
UNSIGNED : [0-9]+ ;
STRING : '\'' (~'\'' | '\'\'')* '\'' ;
DELIMITED : '"' (~'"' | '""')+ '"' ;
REGULAR : [A-Z_] [A-Z0-9_]* ;

COMMENT : '--' ~[\r\n]* -> skip ;
SPACE : [ \t\r\n\f\u00A0\uFEFF]+ -> skip ;
UNCLOSED : '\'' ~['\r\n]* | '"' ~["\r\n]* ;
OTHER : . ;

fragment EXPONENT : 'E' [+-]? [0-9]+ ;
