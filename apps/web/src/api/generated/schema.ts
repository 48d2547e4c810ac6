// Made from openapi.json by `npm run generate`.
export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本机关账号 */
        get: operations["AccountsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** 停用、启用账号或者重置口令；该账号的登录即时失效 */
        patch: operations["AccountsController_change"];
        trace?: never;
    };
    "/api/v1/calendars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各年放假日历的载入情况和待确认的提议 */
        get: operations["CalendarsController_list"];
        put?: never;
        /** 提议载入一年的放假通知：逐日预览，待第二人确认 */
        post: operations["CalendarsController_propose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 第二人确认或者退回；确认后暂定的时限随即重算 */
        post: operations["CalendarsController_decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendars/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 因载入日历而变动的时限 */
        get: operations["CalendarsController_changes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件列表 */
        get: operations["CasesController_list"];
        put?: never;
        /** 登记案件 */
        post: operations["CasesController_open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 案件详情：时限、现在可以办理的环节和不能办理的原因 */
        get: operations["CasesController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/actions/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办理环节 */
        post: operations["ActionsController_act"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 全过程记录 */
        get: operations["CasesController_record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cases/{id}/surcharge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 加处罚款的计算：截至某日的数额，逐段列明 */
        get: operations["CasesController_surcharge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 法定时间：现在、法定今天、是否模拟时钟 */
        get: operations["DeskController_now"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/clocks/{id}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 期限是怎样算出来的 */
        get: operations["DeskController_explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 与本人有关的职责委托；负责人查看本机关全部 */
        get: operations["DelegationsController_list"];
        put?: never;
        /** 办理职责委托 */
        post: operations["DelegationsController_grant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/delegations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 终止职责委托 */
        post: operations["DelegationsController_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 执法文书原文 */
        get: operations["DocumentsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/drafts/{case}/{action}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 未提交的草稿；没有时 draft 为 null */
        get: operations["DraftsController_read"];
        /** 保存草稿：本人可见，不是记录 */
        put: operations["DraftsController_save"];
        post?: never;
        /** 放弃草稿 */
        delete: operations["DraftsController_discard"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/law/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 某日对某机关有效的法定参数，及其出处、约束和下一次变动 */
        get: operations["LawController_parameters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/law/rules/fired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 各法定条件在一段日期内不予办理、记录瑕疵的次数 */
        get: operations["LawController_fired"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我参加或者记录的集体讨论 */
        get: operations["MeetingsController_list"];
        put?: never;
        /** 登记一次会议，可以讨论多件案件 */
        post: operations["MeetingsController_call"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次会议：参加人、缺席、列席、各案意见和记录 */
        get: operations["MeetingsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meetings/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 结束会议 */
        post: operations["MeetingsController_close"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的消息 */
        get: operations["MessagesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 标为已读 */
        post: operations["MessagesController_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/officers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本机关在职执法人员名册 */
        get: operations["OfficersController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/organs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 本机关及其下级的执法主体 */
        get: operations["OrgansController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当事人档案 */
        get: operations["PartiesController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 程序目录 */
        get: operations["DeskController_procedures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/procedures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个程序的各版本 */
        get: operations["DeskController_procedure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待我办理的公示事项 */
        get: operations["PublicationsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/publications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 公示事项：公示稿预览、经过、已公开的内容（编号中的“/”写作 %2F） */
        get: operations["PublicationsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统计报表：JSON；Accept 为 text/html 时是可打印的页面 */
        get: operations["ReportsController_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 报表中一格数字背后的案件，至多500件 */
        get: operations["ReportsController_cases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports/layouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 统计报表样式 */
        get: operations["ReportsController_layouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 待我审核 */
        get: operations["ReviewsController_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按案号、当事人、案由查找案件 */
        get: operations["DeskController_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 当前登录人、职责和可用功能 */
        get: operations["SessionController_show"];
        put?: never;
        /** 登录 */
        post: operations["SessionController_open"];
        /** 退出登录 */
        delete: operations["SessionController_close"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** 修改本人口令；所有登录随即失效，须重新登录 */
        put: operations["SessionController_password"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的待办 */
        get: operations["DeskController_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["HealthController_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Absence: {
            member: string;
            reason: string;
        };
        AbsenceDto: {
            /** @description 人员编号 */
            member: string;
            /** @description 缺席原因 */
            reason: string;
        };
        AccountChangeDto: {
            /** @description 停用或者启用 */
            disabled?: boolean;
            /** @description 重置后的口令 */
            password?: string;
        };
        AccountLine: {
            disabled: boolean;
            id: string;
            /** @enum {string} */
            kind: "admin" | "cli" | "person";
            login: string;
            name: string;
            version: number;
        };
        ActDto: {
            /**
             * Format: date-time
             * @description 实际办理时间（带时区）；不填即现在
             */
            actedAt?: string;
            /** @description 办理表单，按程序文件的 JSON Schema */
            form: {
                [key: string]: unknown;
            };
            /** @description 代为录入的，本人的人员编号 */
            onBehalfOf?: string;
            /** @description 先在纸面办理的，其凭据 */
            proof?: {
                [key: string]: unknown;
            };
        };
        ActionSpec: {
            basis?: string;
            /** @description Duty in this case; `system` for acts of clocks. */
            by: string;
            clocks?: {
                exclude?: components["schemas"]["ClockChangeSpec"][];
                extend?: components["schemas"]["ClockChangeSpec"][];
                interrupt?: components["schemas"]["ClockChangeSpec"][];
                resume?: components["schemas"]["ClockChangeSpec"][];
                start?: components["schemas"]["ClockStart"][];
                stop?: (string | {
                    rule: string;
                    when: string;
                })[];
                suspend?: components["schemas"]["ClockChangeSpec"][];
            };
            documents?: string[];
            /** @description Duties of the case that the action hands out: duty -> person or list of persons. */
            duties?: {
                [key: string]: unknown;
            };
            effects?: components["schemas"]["EffectSpec"][];
            /** @description Facts of the case that the action writes: name -> template. */
            facts?: {
                [key: string]: unknown;
            };
            /** @description JSON Schema of the form. `examples[0]` must validate. */
            form: {
                [key: string]: unknown;
            };
            /** @description States it may be taken in; empty for the opening action; `*` = every non-final state. */
            from: string[];
            media?: {
                /** @enum {string} */
                audioVisual: "as-region-says" | "none" | "required";
                /** @enum {string} */
                text: "none" | "required";
            };
            messages?: components["schemas"]["MessageSpec"][];
            needs: string[];
            /** @description Number series the case gets its number from. */
            number?: string;
            /** @description Taken by the system when this rung of this clock, or of one of these, fires; `*` = any. Only with `by: system`. */
            on?: {
                clock: string | string[];
                rung: string;
            };
            opens?: components["schemas"]["OpensSpec"];
            tallies?: components["schemas"]["TallySpec"][];
            title: string;
            to: string | {
                map: {
                    [key: string]: string;
                };
                on: string;
            };
        };
        AllowedAction: {
            action: string;
            allowed: boolean;
            /** @description What the state waits for: it stands on somebody's desk. */
            awaited: boolean;
            formSchema: unknown;
            refusals: components["schemas"]["Refusal"][];
            title: string;
        };
        Attendee: {
            name: string;
            role: string;
        };
        AttendeeDto: {
            /** @description 姓名 */
            name: string;
            /** @description 身份（承办人、法制机构等） */
            role: string;
        };
        CalendarProposal: {
            days: components["schemas"]["DayPreviewed"][];
            decidedBy: string | null;
            id: string;
            notice: string;
            proposedAt: string;
            proposedBy: string;
            sourceSha256: string;
            /** @enum {string} */
            state: "confirmed" | "proposed" | "rejected";
            title: string;
            year: number;
        };
        CaseLine: {
            /** @description Days to the statutory day; negative when it has passed. */
            daysLeft: number | null;
            /** @description Title of the limit; null when none runs. */
            dueTitle: string | null;
            id: string;
            /** @enum {string} */
            lamp: "calm" | "late" | "none" | "soon" | "urgent";
            number: string | null;
            offence: string | null;
            openedOn: string;
            party: string | null;
            procedure: string;
            /** @description The day may still move: it lies beyond the calendar that is loaded. */
            provisional: boolean;
            safeDue: string | null;
            stage: string;
            state: string;
            stateTitle: string;
            statutoryDue: string | null;
            version: number;
        };
        CaseSeen: {
            facts: {
                [key: string]: unknown;
            };
            id: string;
            /** @description When the last act was done (instant); nothing may be dated before its cause. */
            lastActedAt: string | null;
            number: string | null;
            openedOn: string;
            organ: string;
            procedure: string;
            procedureVersion: string;
            state: string;
            version: number;
        };
        CaseView: {
            allowedActions: components["schemas"]["AllowedAction"][];
            case: components["schemas"]["CaseSeen"];
            clocks: components["schemas"]["ClockView"][];
            /** @description What sign-offs would be bound to now, per feature. */
            slices: {
                [key: string]: unknown;
            };
            stage: string;
            stateTitle: string;
        };
        Cell: {
            column: string;
            reason?: string;
            /** @description How many tallies stand behind the number. */
            tallies: number;
            /** @description What is printed. */
            text: string;
            value: number | null;
        };
        ClockChange: {
            after: {
                [key: string]: unknown;
            };
            before: {
                [key: string]: unknown;
            };
            caseId: string;
            changedAt: string;
            clock: string;
            rule: string;
        };
        ClockChangeSpec: {
            from?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            ground?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            length?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            on?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            rule: string;
            subject?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            to?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            when?: string;
        };
        ClockExplained: {
            anchorOn: string;
            basis: string;
            calendarRevision: string;
            days: components["schemas"]["ExplainedDay"][];
            id: string;
            /** @description The organ's own earlier day (内部时限), or null. */
            internalDue: string | null;
            ledger: (components["schemas"]["Suspension"] | components["schemas"]["Exclusion"] | components["schemas"]["Interruption"] | components["schemas"]["Extension"])[];
            length: number | null;
            provisional: boolean;
            rule: string;
            /** @description False while a suspension holds it; then it has no due dates. */
            running: boolean;
            safeDue: string | null;
            sentence: string;
            statutoryDue: string | null;
            title: string;
            unit: string;
            /** @description When it would end had nothing stopped it; null where nothing did. */
            unstoppedDue: string | null;
        };
        ClockStart: {
            on: unknown;
            rule: string;
            subject?: {
                id: string;
                kind: string;
            };
            when?: string;
        };
        ClockView: {
            anchorOn: string;
            basis: string;
            daysLeft: number | null;
            id: string;
            /** @enum {string} */
            lamp: "calm" | "late" | "none" | "soon" | "urgent";
            provisional: boolean;
            rule: string;
            safeDue: string | null;
            /** @enum {string} */
            state: "done" | "running" | "superseded";
            statutoryDue: string | null;
            subjectId: string;
            subjectKind: string;
            title: string;
        };
        CountedCase: {
            caseId: string | null;
            /** @description Legal day under which it was counted. */
            day: string;
            dims: {
                [key: string]: string;
            };
            number: string | null;
            organ: string;
        };
        DayPreviewed: {
            before: ("makeup" | "weekend" | "work") | string;
            date: string;
            /** @enum {string} */
            kind: "off" | "work";
            name: string;
            weekday: number;
        };
        DecideCalendarDto: {
            /**
             * @description 第二人核对的结论
             * @enum {string}
             */
            decision: "confirm" | "reject";
        };
        Delegation: {
            duties: string[];
            from: string;
            fromName: string;
            grantedAt: string;
            grantedBy: string;
            ground: string;
            id: string;
            revokedAt: string | null;
            revokedGround: string | null;
            to: string;
            toName: string;
            validFrom: string;
            validUntil: string;
        };
        DelegationDto: {
            /** @description 委托的职责 */
            duties: string[];
            /** @description 委托人的人员编号 */
            from: string;
            /** @description 委托事由 */
            ground: string;
            /** @description 代行人的人员编号 */
            to: string;
            /**
             * Format: date
             * @description 起始日期
             */
            validFrom: string;
            /**
             * Format: date
             * @description 截止日期（含当日）
             */
            validUntil: string;
        };
        DraftDto: {
            /** @description 填写时所见的案件版本 */
            caseVersion?: number;
            /** @description 已填内容，可以不完整 */
            content: {
                [key: string]: unknown;
            };
        };
        EffectSpec: {
            feature: string;
            kind: string;
            payload: unknown;
            when?: string;
        };
        EntryView: {
            actedAt: string;
            action: string;
            actor: string;
            payload: unknown;
            recordedAt: string;
            seq: number;
            sha256: string;
        };
        Exclusion: {
            from: string;
            ground: string;
            to: string;
            /** @enum {string} */
            verb: "exclude";
        };
        ExplainedDay: {
            counted: boolean;
            date: string;
            reason: ("makeup" | "trigger" | "weekend" | "work") | string;
        };
        Extension: {
            ground: string;
            length: number;
            on: string;
            /** @enum {string} */
            unit: "calendar-day" | "hour" | "month" | "working-day" | "year";
            /** @enum {string} */
            verb: "extend";
        };
        Interruption: {
            ground: string;
            on: string;
            /** @enum {string} */
            verb: "interrupt";
        };
        ItemEvent: {
            actor: string;
            at: string;
            blockedBy: string | null;
            ground: string | null;
            kind: string;
        };
        LawInForce: {
            items: components["schemas"]["ParameterInForce"][];
            on: string;
            organ: components["schemas"]["OrganSeen"];
            /** @description Ids of the packs that gave values, the narrowest last. */
            packs: string[];
        };
        LayoutLine: {
            id: string;
            title: string;
        };
        LegalNow: {
            at: string;
            /** @description What is done here has no legal effect. */
            simulated: boolean;
            today: string;
        };
        MeetingLine: {
            caseId: string;
            chair: string;
            convenedAt: string;
            digest: string;
            members: string[];
            number: string | null;
            party: string | null;
            place: string;
            round: number;
            /** @description Id of the sitting, where several cases are discussed in one. */
            sitting: string | null;
            /** @description Members who have voted. */
            voted: string[];
        };
        MessageLine: {
            at: string;
            caseId: string;
            id: string;
            kind: string;
            readAt: string | null;
            text: string;
            title: string;
        };
        MessageSpec: {
            duty?: string;
            kind: string;
            person?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
            when?: string;
        };
        Myself: {
            account: string;
            /** @enum {string} */
            kind: "admin" | "cli" | "person";
            login: string;
            /** @description Ids of the policy table: each is a button. */
            may: string[];
            name: string;
            officer: string | null;
            organ: {
                code: string;
                name: string;
            };
            posts: {
                id: string;
                title: string;
            }[];
        };
        Officer: {
            /** @description Code of the entrusted body in whose staff the officer is; null for the organ's own. */
            body: string | null;
            certificateFrom: string | null;
            certificateNumber: string | null;
            certificateUntil: string | null;
            id: string;
            /** @description Whether he is in the organ's service on the day of the reading. */
            inService?: boolean;
            /** @description 法律职业资格 (行政处罚法第五十八条第二款). */
            legalQualification: boolean;
            name: string;
            /** @description Held on the day of the reading. */
            posts: string[];
            /** @description First day of giving legal opinions, in this organ or elsewhere; null where the register does not say. */
            reviewsSince: string | null;
            /** @description First and last day in the organ's service; the last is null while it is open. */
            validFrom: string;
            validTo: string | null;
        };
        OpenCaseDto: {
            /**
             * Format: date-time
             * @description 实际办理时间（带时区）；不填即现在
             */
            actedAt?: string;
            /** @description 办理表单，按程序文件的 JSON Schema */
            form: {
                [key: string]: unknown;
            };
            /** @description 代为录入的，本人的人员编号 */
            onBehalfOf?: string;
            /**
             * @description 程序编号
             * @example penalty-ordinary
             */
            procedure: string;
            /** @description 先在纸面办理的，其凭据 */
            proof?: {
                [key: string]: unknown;
            };
        };
        OpensSpec: {
            form: unknown;
            procedure: string;
            ref?: boolean | string | number | unknown[] | {
                [key: string]: unknown;
            } | null;
        };
        Organ: {
            code: string;
            /** @enum {string} */
            kind: "authority" | "entrusted";
            /** @enum {string} */
            level: "city" | "county" | "district" | "nation" | "province";
            name: string;
            parentCode: string | null;
            /** @description Administrative division, 6, 9 or 12 digits. */
            region: string;
            validFrom: string | null;
            validTo: string | null;
        };
        OrganSeen: {
            code: string;
            name: string;
            region: string;
        };
        ParameterInForce: {
            /** @description What the value rests on: a statute, or the rule of a place. */
            basis: string;
            /** @enum {string} */
            bound: "ceiling" | "fixed" | "floor" | "free";
            /** @description The statute that binds a pack, or that leaves the value to it. */
            boundBasis: string;
            choices?: string[];
            demo: boolean;
            /** @description File below config/ that gave the value. */
            file: string;
            id: string;
            /** @description The first later day on which it would be another, with that value and its file; null when none is loaded. */
            nextChange: {
                file: string | null;
                on: string;
                value: unknown;
            } | null;
            status: string;
            title: string;
            unit: string;
            /** @description Days between which it holds, as far as its file says. */
            validFrom?: string;
            validTo?: string;
            value: unknown;
            waitsFor?: string;
            /** @description What the screen says beside it: 未载入法定值, 演示值…; null for a value of the law. */
            warning: string | null;
        };
        PartyLine: {
            address: string | null;
            code: string | null;
            id: string;
            kind: string;
            legalRepresentative: string | null;
            name: string;
            since: string;
        };
        PasswordChangeDto: {
            /** @description 新口令 */
            newPassword: string;
            /** @description 原口令 */
            password: string;
        };
        Problem: {
            code: string;
            detail: string;
            errors: {
                code: string;
                message: string;
                pointer: string;
            }[];
            refusals?: {
                basis: string;
                cure: string;
                message: string;
                rule: string;
                title: string;
            }[];
            status: number;
            title: string;
            traceId: string;
            type: string;
        };
        Procedure: {
            actions: {
                [key: string]: components["schemas"]["ActionSpec"];
            };
            basis: string;
            id: string;
            /** @description Name of the action that opens a case. */
            opening: string;
            states: {
                [key: string]: components["schemas"]["StateSpec"];
            };
            title: string;
            validFrom: string;
            validTo?: string;
            version: string;
        };
        ProposeCalendarDto: {
            /** @description 通知的文号或者网址 */
            notice: string;
            /** @description 国务院办公厅放假通知全文 */
            text: string;
        };
        PublicationLine: {
            caseId: string;
            caseNumber: string | null;
            id: string;
            item: string;
            party: string | null;
            safeDue: string | null;
            scope: ("not-open" | "open" | "partly-open") | null;
            /** @enum {string} */
            state: "cleared" | "dropped" | "expired" | "not-open" | "proposed" | "published" | "repaired" | "scoped" | "withdrawn";
        };
        PublicationView: {
            /** @description The thing itself, the same on every channel: `decision`. */
            about: string;
            caseId: string;
            /** @enum {string} */
            channel: "credit" | "site";
            clearedBy: string | null;
            /** @description A correction that was asked for and is not confirmed yet. */
            correction: {
                askedBy: string;
                reason: string;
            } | null;
            /** @description Kind of document it is drawn from. */
            document: string;
            endedAt: string | null;
            events: components["schemas"]["ItemEvent"][];
            grade: ("general" | "minor" | "severe") | null;
            ground: string | null;
            id: string;
            indexed: boolean;
            /** @description Which thing of the case on which channel: `decision`, `decision-credit`, `decision-changed`. */
            item: string;
            number: string | null;
            preview: {
                html: string;
                /** @description {profile, clean, sha256, rules: {rule: count}, removed: [{rule, digest}]}: digests alone, no value. */
                report: {
                    [key: string]: unknown;
                };
                /** @description SHA-256 of `html` in UTF-8, lower-case hex. */
                sha256: string;
            } | null;
            published: {
                html: string;
                publishedAt: string;
                sha256: string;
                title: string;
            } | null;
            publishedAt: string | null;
            scope: ("not-open" | "open" | "partly-open") | null;
            scopedBy: string | null;
            /** @description SHA-256 of the cleared version, lower-case hex. */
            sha256: string | null;
            /** @enum {string} */
            state: "cleared" | "dropped" | "expired" | "not-open" | "proposed" | "published" | "repaired" | "scoped" | "withdrawn";
            withdrawal: components["schemas"]["WithdrawalSeen"] | null;
        };
        Readiness: {
            checks: {
                detail: string;
                name: string;
                /** @enum {string} */
                state: "degraded" | "down" | "ok" | "warn";
                title: string;
            }[];
            /** @enum {string} */
            state: "degraded" | "down" | "ok" | "warn";
            title: string;
        };
        Refusal: {
            basis: string;
            cure: string;
            message: string;
            rule: string;
            title: string;
        };
        Report: {
            checks: components["schemas"]["ReportCheck"][];
            /** @description SHA-256 of all the rest in canonical JSON. */
            digest: string;
            figures: components["schemas"]["ReportFigure"][];
            from: string;
            frozen: boolean;
            layout: string;
            organ: string;
            restatements: components["schemas"]["Restatement"][];
            /** @enum {string} */
            scope: "own" | "subtree";
            /** @description The legal time of the database is simulated: the figures are for exercise. */
            simulatedClock: boolean;
            tables: components["schemas"]["ReportTable"][];
            to: string;
        };
        ReportCheck: {
            message: string;
            ok: boolean;
            rule: string;
        };
        ReportFigure: {
            cases: string[];
            dateBasis: string;
            from: string;
            id: string;
            reason: string | null;
            /** @enum {string} */
            scope: "own" | "subtree";
            text: string;
            title: string;
            to: string;
            unit: string;
            value: number | null;
        };
        ReportTable: {
            columns: {
                id: string;
                title: string;
            }[];
            id: string;
            rows: components["schemas"]["TableRow"][];
            title: string;
            unit: string;
        };
        Restatement: {
            cases: string[];
            figure: string;
            new: number;
            old: number;
            reason: string;
        };
        ReviewLine: {
            caseId: string;
            digest: string;
            number: string | null;
            party: string | null;
            round: number;
            submittedAt: string;
        };
        RevocationDto: {
            /** @description 终止事由 */
            ground: string;
        };
        RuleFired: {
            basis: string;
            /** @enum {string} */
            effect: "defect" | "refuse";
            /** @description Last day it fired on. */
            lastOn: string;
            rule: string;
            times: number;
            title: string;
        };
        SavedDraft: {
            caseVersion: number | null;
            content: {
                [key: string]: unknown;
            };
            savedAt: string;
        };
        SignInDto: {
            /** @description 登录名 */
            login: string;
            /** @description 口令 */
            password: string;
            /** @description 动态口令，已启用的账号必填 */
            totp?: string;
        };
        SittingCase: {
            caseId: string;
            /** @description SHA-256 of the draft the meeting was called to: what votes and resolution are bound to. */
            digest: string;
            /** @description Every view as it was spoken is in them. */
            minutes: string | null;
            number: string | null;
            resolution: ("approved" | "returned") | null;
            round: number;
            votes: components["schemas"]["VoteCast"][];
        };
        SittingDto: {
            /** @description 缺席的负责人和原因 */
            absent?: components["schemas"]["AbsenceDto"][];
            /** @description 列席人员 */
            attendees?: components["schemas"]["AttendeeDto"][];
            /** @description 主持人 */
            chair: string;
            /**
             * Format: date
             * @description 会议日期
             */
            heldOn: string;
            /** @description 参加讨论的负责人 */
            members: string[];
            /** @description 地点 */
            place: string;
        };
        SittingView: {
            absent: components["schemas"]["Absence"][];
            attendees: components["schemas"]["Attendee"][];
            cases: components["schemas"]["SittingCase"][];
            chair: string;
            closedAt: string | null;
            /** @description Legal day. */
            heldOn: string;
            id: string;
            members: string[];
            place: string;
        };
        StateSpec: {
            final?: boolean;
            /** @description Actions that may still be taken in a final state and lead out of it. */
            reopenedBy?: string[];
            stage: string;
            tasks?: {
                action: string;
                duty: string;
            }[];
            title: string;
        };
        StepTaken: {
            case: {
                id: string;
                number: string | null;
                organ: string;
                procedure: string;
                procedureVersion: string;
                state: string;
                version: number;
            };
            defects: components["schemas"]["Refusal"][];
            /** @description The case of another procedure that the step has opened. */
            opened?: {
                id: string;
                procedure: string;
            };
            record: {
                digest: string;
                seq: number;
            };
        };
        SurchargeQuote: {
            accruedFen: number;
            asOf: string;
            /** @description The fine, which it never exceeds. */
            capFen: number;
            /** @description Last day to pay without any; the first day that can count follows it. Null before service. */
            dueOn: string | null;
            /** @description Whether the organ has imposed it; until then it is what could be (第七十二条: “可以”). */
            imposed: boolean;
            remittedFen: number;
            sentence: string;
            spans: {
                baseFen: number;
                days: number;
                from: string;
                perDayFen: number;
                to: string;
            }[];
            /** @description Why it stands still on that day. */
            standsStill: ("deferral" | "remedy") | null;
        };
        Suspension: {
            from: string;
            ground: string;
            to?: string;
            /** @enum {string} */
            verb: "suspend";
        };
        TableRow: {
            cells: components["schemas"]["Cell"][];
            /** @enum {string} */
            kind: "organ" | "total";
            label: string;
            organ: string;
        };
        TallySpec: {
            day: unknown;
            dims?: {
                [key: string]: unknown;
            };
            kind: string;
            measures?: {
                [key: string]: unknown;
            };
            when?: string;
        };
        TaskLine: {
            action: string;
            actionTitle: string;
            caseId: string;
            /** @description Days to the statutory day; negative when it has passed. */
            daysLeft: number | null;
            /** @description Title of the limit; null when none runs. */
            dueTitle: string | null;
            duty: string;
            /** @description Names of those who hold the duty in this case; empty where any holder of the post may act. */
            holders: string[];
            /** @enum {string} */
            lamp: "calm" | "late" | "none" | "soon" | "urgent";
            number: string | null;
            offence: string | null;
            openedAt: string;
            party: string | null;
            /** @description The day may still move: it lies beyond the calendar that is loaded. */
            provisional: boolean;
            safeDue: string | null;
            stateTitle: string;
            statutoryDue: string | null;
        };
        VoteCast: {
            /** @description Officer id. */
            member: string;
            view: string;
            /** @enum {string} */
            vote: "abstain" | "agree" | "disagree";
            votedAt: string;
        };
        WithdrawalSeen: {
            arrivedOn: string;
            draftedBy: string | null;
            /** @enum {string} */
            ground: "annulled" | "changed" | "held-illegal" | "held-void";
            notice: string | null;
            sha256: string | null;
            withdrawnAt: string | null;
        };
        YearCovered: {
            /** @enum {string} */
            coverage: "confirmed" | "none" | "provisional";
            notices: string[];
            revision: number | null;
            year: number;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    AccountsController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["AccountLine"][];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    AccountsController_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChangeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarsController_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["YearCovered"][];
                        proposals: components["schemas"]["CalendarProposal"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarsController_propose: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProposeCalendarDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarProposal"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarsController_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideCalendarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarProposal"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CalendarsController_changes: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ClockChange"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CasesController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                /** @description 本人在案件中的职责：只列本人承担此职责的案件 */
                duty?: string;
                limit?: number;
                /** @description 办理环节 */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor: string | null;
                        items: components["schemas"]["CaseLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CasesController_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenCaseDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepTaken"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CasesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CaseView"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ActionsController_act: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: unknown;
                id: unknown;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StepTaken"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CasesController_record: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["EntryView"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    CasesController_surcharge: {
        parameters: {
            query?: {
                /** @description 截至哪一天；不填即今天 */
                on?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurchargeQuote"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_now: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LegalNow"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_explain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockExplained"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DelegationsController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Delegation"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DelegationsController_grant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DelegationDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DelegationsController_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevocationDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DocumentsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DraftsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        draft: components["schemas"]["SavedDraft"] | null;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DraftsController_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        savedAt: string;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DraftsController_discard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action: string;
                case: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LawController_parameters: {
        parameters: {
            query?: {
                /** @description 法定日期，不填为今天 */
                on?: string;
                /** @description 执法主体代码，不填为本机关 */
                organ?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawInForce"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    LawController_fired: {
        parameters: {
            query: {
                /** @description 起始日 */
                from: string;
                /** @description 执法主体代码，不填为本机关 */
                organ?: string;
                /** @description 终止日 */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["RuleFired"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeetingsController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["MeetingLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeetingsController_call: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SittingDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeetingsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SittingView"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MeetingsController_close: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MessagesController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
                /** @description 只看未读 */
                unread?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor: string | null;
                        items: components["schemas"]["MessageLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    MessagesController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OfficersController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Officer"][];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    OrgansController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
                /** @description 哪一天的机构设置；不填即今天 */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Organ"][];
                        /** @description Cursor of the next page; null on the last. */
                        next: string | null;
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PartiesController_list: {
        parameters: {
            query?: {
                /** @description 统一社会信用代码 */
                code?: string;
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor: string | null;
                        items: components["schemas"]["PartyLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_procedures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            basis: string;
                            id: string;
                            title: string;
                            validFrom: string;
                            validTo?: string;
                            version: string;
                        }[];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_procedure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["Procedure"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PublicationsController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        cursor: string | null;
                        items: components["schemas"]["PublicationLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    PublicationsController_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicationView"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportsController_read: {
        parameters: {
            query: {
                /** @description 起始日 */
                from: string;
                /** @description 样式 */
                layout: string;
                /** @description 执法主体代码 */
                organ: string;
                /** @description 本单位，或者连同下级 */
                scope?: "own" | "subtree";
                /** @description 终止日（含） */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportsController_cases: {
        parameters: {
            query: {
                /** @description 列 */
                column: string;
                /** @description 起始日 */
                from: string;
                /** @description 样式 */
                layout: string;
                /** @description 执法主体代码 */
                organ: string;
                /** @description 本单位，或者连同下级 */
                scope?: "own" | "subtree";
                /** @description 终止日（含） */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CountedCase"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReportsController_layouts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["LayoutLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ReviewsController_list: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["ReviewLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_search: {
        parameters: {
            query: {
                limit?: number;
                /** @description 案号、当事人或者案由中的词，至少两个字，空格分隔 */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["CaseLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_show: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Myself"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_open: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Myself"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_close: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    SessionController_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    DeskController_tasks: {
        parameters: {
            query?: {
                /** @description 上一页返回的翻页标记 */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["TaskLine"][];
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HealthController_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "ok";
                    };
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    HealthController_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description 未能办理：RFC 9457 */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
