-- What came after the recusals closes too: the list of changed dates named the cases from which its reader was recused.
select identity.close_to_recused('casework.clock_change', 'case_id');
select identity.close_to_recused('record.erasure', 'case_id');
