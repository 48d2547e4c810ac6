-- Recusal takes sight away of what was published of the case and of its parties, too, where they are read case by case.
select identity.close_to_recused('disclosure.item', 'case_id');
select identity.close_to_recused('parties.case_party', 'case_id');
