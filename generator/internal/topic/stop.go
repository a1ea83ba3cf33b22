package topic

// The lists below tell the names of things from those of work. They are folded as fold.Words does,
// English before Vietnamese, and err on the side of leaving out: a wrong topic is worse than none.

// activities begin a head that says what was done: "Learn Docker", "Summary and review".
func activities() []string {
	return []string{
		"achievement", "achievements", "actual", "add", "adjust", "analyze", "apply", "ask", "assignment", "attend",
		"begin", "blog", "build", "check", "clean", "code", "complete", "completed", "completion", "conclusion",
		"configure", "connect", "continue", "create", "critical", "debug", "debugging", "define", "demo", "deploy",
		"deploying", "design the", "develop", "discuss", "document", "documentation", "draw", "evaluate", "evaluation",
		"exercise", "explore", "final", "finalize", "find", "finish", "fix", "get", "goal", "goals", "hands-on",
		"homework", "implement", "improve", "install", "integrate", "introduction to", "introduction", "join", "knowledge",
		"learn", "learned", "learning", "lesson", "lessons", "main", "make", "meeting", "note", "notes", "objective",
		"objectives", "optimize", "outcome", "overview", "plan", "practice", "prepare", "preparing", "present",
		"presentation", "program", "project", "read", "reading", "redraw", "reference", "references", "reflection",
		"re-research", "refactor", "report", "research", "result", "results", "review", "reviewed", "reviewing", "run",
		"search", "self-evaluation", "self-study", "set up", "setting up", "setup", "share", "start", "starting", "study",
		"studying", "submit", "successfully", "summary", "summarize", "support", "take", "task", "tasks", "team", "test",
		"theory", "todo", "translate", "tutorial", "update", "use", "using", "watch", "weekly", "workflow for",
		"work on", "workshop", "write", "writing",

		"ap dung", "bai hoc", "bai lab", "bai tap", "bao cao", "bat dau", "bien tap", "cai dat", "cai thien", "cap nhat",
		"cau hinh", "chinh sua", "chuan bi", "chuyen giao", "cong viec", "danh gia", "dich", "doc", "dong goi", "dung",
		"ghi chu", "gioi thieu", "giu", "go loi", "hoan thanh", "hoan thien", "hop", "huong dan", "kham pha",
		"khoi tao", "kiem thu", "kiem tra", "ket luan", "ket noi", "ket qua", "ke hoach", "lam quen", "lam", "lap trinh",
		"ly thuyet", "luu y", "muc tieu", "nang cap", "nghien cuu", "nhiem vu", "noi dung", "nop", "on tap", "phan tich",
		"phat hien", "phat trien", "san xuat", "sua", "tai lieu", "tao", "tham gia", "tham khao", "thao luan", "thay doi",
		"thiet ke", "thiet lap", "thu", "thuc hanh", "thuc hien", "thuyet trinh", "tich hop", "tiep tuc", "tim",
		"tim hieu", "tinh nang", "tinh toan", "toi uu", "tom tat", "tong hop", "tong ket", "trang", "trien khai",
		"trinh bay", "van hanh", "ve", "viet", "xac nhan", "xay dung", "xem",
	}
}

// numbered are no topics alone or before a number: "Lab 7: …". "Step Functions" is one.
func numbered() []string {
	return []string{
		"afternoon", "chapter", "day", "evening", "exam", "lab", "labs", "module", "morning", "part", "phase", "practice lab",
		"section", "session", "sprint", "step", "unit", "week",
		"bai", "buoi", "buoi chieu", "buoi sang", "buoc", "chieu", "chuong", "giai doan", "ngay", "phan", "sang", "thu",
		"toi", "tuan",
	}
}

// endings are the last words of work: "Login page", "Technical review".
func endings() []string {
	return []string{
		"completion", "deployment", "evaluation", "feature", "implementation", "introduction", "kickoff", "lab", "labs", "meeting",
		"page", "practice", "preparation", "production", "review", "setup", "showcase", "submission", "theory", "workshop",
	}
}

// levels say at the end of a name how deep it was gone into.
func levels() []string {
	return []string{
		"advanced", "basic", "basics", "concept", "concepts", "essentials", "fundamentals", "introduction", "overview",
		"tutorial", "tutorials", "workshop",
		"co ban", "nang cao", "tong quan",
	}
}
