-- 承办机构负责人 agrees to filing before the head of the organ approves: never the handler, never the one who approves.
-- The kernel's table of fixed pairs is the same, word for word.
insert into identity.forbidden_pair (one, other, basis) values
  ('handler', 'section-head', '行政处罚法第五十四条第二款'),
  ('section-head', 'approver', '行政处罚法第五十四条第二款');
